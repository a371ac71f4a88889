"""Words that hold a sentence together and tell nothing, in languages in which members write.

Where few pages are in a language, its articles and pronouns are as rare as words that tell. English
has the list of lunr; what is also an English word that tells (`die`, `son`, `war`) is left out.
"""

from __future__ import annotations

# Folded, as `sitegen.terms.fold` leaves words.
_FRENCH = """
    le la les un une des du de au aux ce cet cette ces et ou mais donc ni que qui quoi dont quand
    comme si ne pas je tu il elle nous vous ils elles se lui leur leurs mon ma mes ta tes sa ses
    notre nos votre vos en dans sur sous par avec sans chez vers est sont etait etaient ete etre
    suis sommes etes as avons avez ont avait avoir fait tout toute tous toutes tres aussi bien
    encore deja ici meme autre autres rien
"""
_SPANISH = """
    el los las una unos unas del al lo que quien cual cuando como donde porque si no ni pero sino
    muy mas ya yo ella nosotros ustedes ellos ellas mi mis tu tus su sus nuestro nuestra nuestros
    nuestras les nos se me te le en por para sobre entre desde hasta es eran fue fueron ser soy
    somos esta estan estaba este esto estos estas ese esa eso ha han he hemos habia tiene todo toda
    todos todas otro otra otros otras nada algo
"""
_PORTUGUESE = """
    os uma uns umas da dos das na nas no nos ao aos pela pelo pelas pelos que quem quando como onde
    porque se nao nem mas muito mais ja eu ele ela eles elas meu minha seu sua seus suas nosso nossa
    em por para com sem sobre entre ate foi foram ser sou somos esta estao isso isto este tem tinha
    tudo todo toda todos todas outro outra outros outras
"""
_GERMAN = """
    der das den dem des ein eine einen einem einer eines und oder aber denn dass weil wenn als wie
    wer wo nicht kein keine keinen nur noch schon auch sehr mehr ich du er sie es wir ihr mich mir
    uns euch ihn ihm ihnen sich mein meine meinen unser unsere sein seine ihre ihren im in ins am
    auf aus bei beim mit nach von vom vor zu zum zur fur uber unter durch gegen ohne um ist sind
    waren wurde wurden wird werden habe haben hatte hatten kann konnen muss diese dieser dieses alle
    alles andere anderen wieder
"""
_ITALIAN = """
    il lo gli uno una del della dei delle degli al alla alle nel nella dalla che chi quando perche
    non piu io noi voi loro mio mia suo sua nostro nostra si ci ne di da su tra fra sono erano stato
    essere ho ha abbiamo hanno questo questa questi tutto tutti anche
"""
_DUTCH = """
    de het een en of maar dat wie wat waar niet geen nog ook al zeer meer ik jij hij zij wij ze je
    mijn ons onze zijn haar hun voor met naar bij uit aan op om te tot onder waren is wordt werd heb
    hebben kan moet deze dit alle andere
"""
_WRITTEN = (_FRENCH, _SPANISH, _PORTUGUESE, _GERMAN, _ITALIAN, _DUTCH)
FOREIGN = frozenset(word for text in _WRITTEN for word in text.split())
