import { h } from '../html.js';

/** @typedef {import('./command-state.js').Chip} Chip */

/**
 * One option of the line: its name and its field.
 * @param {Chip} one
 * @param {object} how
 * @param {boolean} how.here whether the cursor is in it
 * @param {{ expanded: boolean, active: string | undefined }} how.combo
 * @param {string | null} how.wrong
 * @param {() => void} how.onFocus
 * @param {(text: string) => void} how.onText
 * @param {(file: File | null) => void} how.onFile
 */
export function drawChip(one, { here, combo, wrong, onFocus, onText, onFile }) {
  const { option, text, value, file } = one;
  const shape = ['chip', here ? 'here' : '', wrong ? 'wrong' : '', value === null ? '' : 'chosen'];
  const about = {
    'aria-label': `${option.name}: ${option.description}${option.required ? ' (required)' : ''}`,
    'aria-invalid': wrong ? 'true' : undefined,
    onFocus,
  };
  const field =
    option.type === 11
      ? [
          h('span', { class: 'chip-file' }, file?.name ?? 'Choose a file'),
          h('input', {
            ...about,
            class: 'chip-field file',
            type: 'file',
            onChange: /** @param {Event} event */ (event) => {
              if (event.target instanceof HTMLInputElement) onFile(event.target.files?.[0] ?? null);
            },
          }),
        ]
      : h('input', {
          ...about,
          class: 'chip-field',
          type: 'text',
          role: 'combobox',
          autocomplete: 'off',
          spellcheck: false,
          size: Math.min(Math.max(text.length + 1, 5), 40),
          value: text,
          'aria-expanded': String(here && combo.expanded),
          'aria-controls': here && combo.expanded ? 'choices' : undefined,
          'aria-activedescendant': here ? combo.active : undefined,
          'aria-autocomplete': 'list',
          onInput: /** @param {Event} event */ (event) => {
            if (event.target instanceof HTMLInputElement) onText(event.target.value);
          },
        });
  return h(
    'label',
    { class: shape.filter(Boolean).join(' '), key: option.name },
    h('span', { class: 'chip-name', 'aria-hidden': 'true' }, option.name),
    field,
  );
}
