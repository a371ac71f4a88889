// A photo as it came from a camera → the same drawn anew, as `sitegen photo` would: from its pixels alone.

/**
 * @typedef {object} Limits  those of sitegen/photos.py
 * @property {number[]} sides  the longest side in pixels; a smaller one where `most` would not hold it
 * @property {number} least    pixels of the shorter side
 * @property {number} taken    bytes of the file that is chosen
 * @property {number} most     bytes of what comes out
 * @property {number} quality  1 to 100
 */

/**
 * A JPEG that is upright, on white, and tells nothing but its picture.
 *
 * @param {Blob} file
 * @param {Limits} limits
 * @returns {Promise<{photo?: Blob, fault?: "Large"|"Unread"|"Narrow"}>}
 */
export async function redrawn(file, { sides, least, taken, most, quality }) {
  if (file.size > taken) return { fault: "Large" };
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!picture) return { fault: "Unread" };
  for (const side of sides) {
    const canvas = drawn(picture, side);
    if (Math.min(canvas.width, canvas.height) < least) return { fault: "Narrow" };
    const photo = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality / 100));
    if (photo && photo.size <= most) return { photo };
  }
  return { fault: "Unread" };
}

/** Show a photo: decoded from what would be sent, for the policy of the page bars made addresses. */
export async function showIn(canvas, photo) {
  const picture = await createImageBitmap(photo);
  [canvas.width, canvas.height] = [picture.width, picture.height];
  canvas.getContext("2d").drawImage(picture, 0, 0);
}

function drawn(picture, longest) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.width, picture.height].map((side) => Math.round(side * scale));
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
