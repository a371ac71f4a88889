"""Names of fields as people write them, in several languages: the field that they mean.

A name may stand for different fields in different groups; the first that the group, or else the
whole model, has is meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sitegen.terms import fold_words

_FIELDS: Mapping[str, str] = {
    "name": "full name, fullname, nom, nom complet, nombre, nome, naam, first name, last name, "
    "vorname, الاسم",
    "name_native": "native name, nom d origine",
    "headline": "title, titre, titulo, titolo, titel, tagline, slogan, summary, resume, accroche, "
    "role, job title, position",
    "title": "headline, titre, titulo, titel, project title, assignment title, name, nom, subject",
    "based_in": "location, lives in, based, place, lieu, lugar, ubicacion, ort, localizacao, "
    "residence, where",
    "country": "pays, pais, land, nation, paese",
    "city": "town, ville, ciudad, cidade, stadt",
    "timezone": "time zone, tz, fuseau, fuseau horaire, zona horaria, zeitzone",
    "region": "area, region, zone",
    "languages": "lang, langs, language, langue, langues, idiomas, idioma, sprachen, sprache, "
    "linguas, lingue, spoken languages",
    "skills": "skill, competences, competencias, competenze, habilidades, fahigkeiten, expertise, "
    "capabilities, aptitudes, savoir faire",
    "skill": "name, competence, competencia, id, habilidad",
    "level": "niveau, nivel, livello, stufe, rating, score",
    "years": "annees, anos, jahre, years of experience, since",
    "evidence": "proof, preuve, evidencia, example, examples, nachweis, result",
    "in_my_words": "keywords, tags, mots cles, palabras clave, own words",
    "sectors": "sector, secteurs, secteur, sectores, settori, industry, industries, branchen, "
    "fields, domaines",
    "silos": "silo, worlds, world, mondes, mundos",
    "regions": "region, countries, worked in, zones, regiones, paises",
    "ventures": "experience, experiences, organisations, organizations, companies, founded, "
    "ventures founded, projects, venture, work experience, career",
    "stage": "phase, etape, etapa, career stage",
    "availability": "available, disponibilite, disponibilidad, disponibilidade, "
    "verfugbarkeit, free",
    "status": "state, etat, statut, estado",
    "days_per_month": "days, days a month, jours par mois, dias por mes",
    "until": "to, end, jusqu a, hasta",
    "from": "start, starts, since, de, desde, debut",
    "to": "until, end, a, hasta, fin",
    "works": "work, working, mode, modes, remote",
    "day_rate": "rate, rates, fee, fees, price, daily rate, tarif, tarifa, tjm, honorar, salary",
    "max_day_rate": "rate, day rate, fee, max rate, tarif",
    "currency": "devise, moneda, wahrung, monnaie",
    "engagement": "terms, conditions",
    "kinds": "kind, type, types, forms",
    "declines": "refuses, excludes, no go",
    "interests": "interest, conflicts, conflicts of interest, interets",
    "transitions": "transition, passages, exits",
    "passage": "kind, type, exit, transition",
    "guidance": "mentoring, mentor, bridge, coaching, accompagnement",
    "offers": "offer, topics, can help with",
    "links": "website, websites, web, site, url, urls, link, linkedin, homepage, liens, enlaces, "
    "social",
    "url": "website, web, site, link, href, lien, enlace, address",
    "label": "name, text, title, libelle",
    "github": "github username, github user, github login, git hub, gh",
    "listed": "public, visible, hidden",
    "confirmed": "last confirmed, updated, last updated, date, verified",
    "on": "date, day, le, fecha, datum",
    "wording": "version, text",
    "consent": "agreed, consentement, consentimiento, permission, gdpr",
    "pronouns": "pronoun, pronoms, pronombres",
    "client": "organisation, organization, company, cliente, kunde, customer, employer",
    "posted": "published, date posted, publication date, date, publie",
    "deadline": "due, due date, closing date, apply by, date limite, fecha limite, frist, closes",
    "starts": "start, start date, date de debut, begins, begin, from",
    "required": "must, must have, needed, mandatory, requis, requeridos",
    "desirable": "nice to have, optional, should, souhaite, preferred",
    "deliverables": "outputs, results, livrables, entregables",
    "budget": "pay, fee, price, presupuesto, remuneration",
    "months": "duration, mois, meses, length",
    "mode": "type, modes, place, remote",
    "role": "position, function, rolle, cargo, title, poste",
}
_BELOW = (
    "bio, biography, about, about me, description, story, body, text, biographie, presentation, "
    "a propos, uber mich, sobre mi, descripcion, parcours, brief, details, background, context, "
    "narrative, content, message"
)
# What a form elsewhere asks for, and this directory publishes of nobody.
_CONTACT = (
    "email, e mail, mail, emails, phone, phone number, telephone, tel, mobile, cell, whatsapp, "
    "telegram, signal, skype, fax, birthday, birthdate, birth date, date of birth, dob, born, "
    "address, postal address, home address, adresse, direccion, anschrift, indirizzo, street, "
    "courriel, correo, telefono, telefon, contact, contacts, contact details, postcode, zip, "
    "zip code, date de naissance, fecha de nacimiento, geburtsdatum"
)


def _alias_table() -> Mapping[str, Sequence[str]]:
    table: dict[str, list[str]] = {}
    for field, names in _FIELDS.items():
        for name in names.split(", "):
            table.setdefault(fold_words(name), []).append(field)
    return table


_BY_ALIAS = _alias_table()
_BELOW_WORDS = frozenset(_BELOW.split(", "))
_CONTACT_WORDS = frozenset(_CONTACT.split(", "))


def _words(name: str) -> str:
    return fold_words(name.replace("_", " "))


def field_names(name: str) -> Sequence[str]:
    """`langues`, `E-Mail Address`, `day rate` → the fields that may be meant, best first."""
    words = _words(name)
    return (words.replace(" ", "_"), *_BY_ALIAS.get(words, ()))


def below(name: str) -> bool:
    """Tell whether the text below the fields is meant."""
    return _words(name) in _BELOW_WORDS


def is_contact(name: str) -> bool:
    """Tell whether a detail is meant that is never published."""
    return _words(name) in _CONTACT_WORDS
