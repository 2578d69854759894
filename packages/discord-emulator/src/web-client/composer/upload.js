/** @typedef {import('../protocol.d.ts').Upload} Upload */

/** @param {readonly File[]} files @param {number} [first] the number of the first @returns {Promise<Upload[]>} */
export function readFiles(files, first = 0) {
  return Promise.all(files.map((file, at) => readFile(file, String(first + at))));
}

/** @param {File} file @param {string} id @returns {Promise<Upload>} */
async function readFile(file, id) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const reader = new FileReader();
  reader.addEventListener('load', () => resolve(reader.result));
  reader.addEventListener('error', () => reject(new Error(`${file.name} could not be read.`)));
  reader.readAsDataURL(file);
  const address = /** @type {string} */ (await promise);
  // An empty file gives `data:` without a comma.
  const data = address.includes(',') ? address.slice(address.indexOf(',') + 1) : '';
  return { id, name: file.name, type: file.type || 'application/octet-stream', data };
}
