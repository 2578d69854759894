/**
 * Discord's numbers, each with the page that gives it. Pages of https://docs.discord.com/developers unless a line says
 * otherwise. Discord does not say in which unit it counts a length; UTF-16 units are never fewer than code points, so
 * what fits in units fits in either.
 */

/** Text of all text displays of a message together: https://docs.discord.com/developers/components/reference#text-display */
export const MAX_MESSAGE_TEXT = 4_000;

/** Components of a message, nested ones included: https://docs.discord.com/developers/components/reference */
export const MAX_MESSAGE_COMPONENTS = 40;

/** Buttons in a row: https://docs.discord.com/developers/components/reference#action-row */
export const MAX_ROW_BUTTONS = 5;

/** Our own limit: more names than these become a select menu. */
export const MAX_NAME_BUTTONS = 3;

/** https://docs.discord.com/developers/components/reference#button */
export const MAX_BUTTON_LABEL = 80;

/** Options of a select menu, and the characters of a label, a description and the placeholder: https://docs.discord.com/developers/components/reference#string-select */
export const MAX_SELECT_OPTIONS = 25;
export const MAX_SELECT_TEXT = 100;
export const MAX_SELECT_PLACEHOLDER = 150;

/** Characters of a title or label, and of a text input of a modal: https://docs.discord.com/developers/components/reference#text-input */
export const MODAL_TITLE_LENGTH = 45;
export const MODAL_TEXT_LENGTH = 4_000;

/** https://docs.discord.com/developers/components/reference#media-gallery-media-gallery-item-structure */
export const MAX_ALT_TEXT = 1_024;

/** https://docs.discord.com/developers/components/reference#anatomy-of-a-component */
export const MAX_CUSTOM_ID = 100;

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-autocomplete */
export const MAX_CHOICES = 25;

/** Name and value of a choice: https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure */
export const MAX_CHOICE_TEXT = 100;

/** Our own limit; Discord takes 6,000. Input is cut before any work is done on it. */
export const MAX_OPTION_TEXT = 100;

/** An interaction is answered or deferred within 3 s: https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction */
export const INTERACTION_DEADLINE_MS = 3_000;

/** Error codes of the API: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export const UNKNOWN_CHANNEL = 10_003;
export const UNKNOWN_MESSAGE = 10_008;
export const UNKNOWN_INTERACTION = 10_062;
export const TOO_MANY_EDITS_OF_OLD_MESSAGES = 30_046;
export const ALREADY_ACKNOWLEDGED = 40_060;
export const MISSING_ACCESS = 50_001;
export const MISSING_PERMISSIONS = 50_013;

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const FLAG_EPHEMERAL = 1 << 6;
export const FLAG_COMPONENTS_V2 = 1 << 15;

/** A heartbeat is due each 41.25 s; two without a response mean that the connection is dead: https://docs.discord.com/developers/events/gateway#sending-heartbeats */
export const GATEWAY_SILENCE_MS = 90_000;
