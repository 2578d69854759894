/**
 * Whether an address may become a link: http or https, and readable as an address. Everything else, `javascript:` above all,
 * stays text.
 * @param {string} url
 */
export function isHttp(url) {
  if (!/^https?:\/\/[^\s]/i.test(url)) return false;
  const parsed = URL.parse(url);
  return parsed !== null && (parsed.protocol === 'http:' || parsed.protocol === 'https:');
}
