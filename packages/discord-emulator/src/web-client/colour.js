/** What names stand on in each theme, where they are hardest to read: mentions. As in styles/theme.css. */
const GROUND = { dark: 0x3c4270, light: 0xe4e6fd };
/** What WCAG asks of text of ordinary size. */
const ENOUGH = 4.5;

/** @param {number} colour 0xRRGGBB */
function channels(colour) {
  return [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255];
}

/** Relative luminance of WCAG, 0 to 1. @param {number} colour */
function luminance(colour) {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {number} a @param {number} b */
export function contrast(a, b) {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** @param {number} colour */
export function css(colour) {
  return `#${colour.toString(16).padStart(6, '0')}`;
}

/**
 * A role's colour, moved towards white or black until a name in it can be read.
 * @param {number} colour @param {'dark' | 'light'} theme
 */
export function readable(colour, theme) {
  const goal = theme === 'dark' ? 255 : 0;
  let shown = colour;
  for (let step = 0; step < 20 && contrast(shown, GROUND[theme]) < ENOUGH; step += 1) {
    const [red = 0, green = 0, blue = 0] = channels(shown).map((value) => Math.round(value + (goal - value) * 0.12));
    shown = (red << 16) | (green << 8) | blue;
  }
  return css(shown);
}

/** Dark enough under white initials. */
const AVATARS = [0x5865f2, 0x1f7a4d, 0xa3406b, 0x8a5a00, 0x2b6cb0, 0x7a4bb0, 0xb0413e, 0x2f7473];

/** The same colour for the same person, always. @param {string} id */
export function avatarColour(id) {
  return css(AVATARS[Number(BigInt(/^\d+$/.test(id) ? id : 0) % BigInt(AVATARS.length))] ?? 0);
}
