import { createActions } from './actions.js';
import { openApi } from './api.js';
import { App } from './app.js';
import { h, render } from './html.js';
import { createStore } from './store.js';

/** How often relative times are updated, in milliseconds. */
const TICK = 15_000;
const THEME = 'theme';

const [user = '', channel = ''] = decodeURIComponent(window.location.hash.slice(1)).split('/');
const light = window.matchMedia('(prefers-color-scheme: light)');

/** @returns {'dark' | 'light' | null} */
function keptTheme() {
  try {
    const kept = window.localStorage.getItem(THEME);
    return kept === 'dark' || kept === 'light' ? kept : null;
  } catch {
    // Storage can be switched off; then the choice lasts as long as the page.
    return null;
  }
}

const store = createStore({
  state: null,
  linked: true,
  user,
  guild: null,
  channel,
  messages: null,
  unread: new Map(),
  waiting: [],
  draft: null,
  modal: null,
  menu: null,
  lightbox: null,
  traffic: null,
  entries: [],
  said: null,
  drawer: null,
  members: true,
  theme: keptTheme() ?? (light.matches ? 'light' : 'dark'),
  now: Date.now(),
});

const act = createActions({
  store,
  api: openApi(),
  newNonce: () => window.crypto.randomUUID().replaceAll('-', '').slice(0, 24),
  keepTheme: (theme) => {
    try {
      window.localStorage.setItem(THEME, theme);
    } catch {
      // As above.
    }
  },
});

const root = document.querySelector('#page');

/** @param {import('./types.d.ts').View} view */
function draw(view) {
  document.documentElement.dataset['theme'] = view.theme;
  if (view.state && view.channel) window.history.replaceState(null, '', `#${view.user}/${view.channel}`);
  if (root) render(h(App, { client: { view, act } }), root);
}

store.subscribe(draw);
light.addEventListener('change', () => {
  if (!keptTheme()) store.set({ theme: light.matches ? 'light' : 'dark' });
});
window.setInterval(() => store.set({ now: Date.now() }), TICK);
draw(store.get());
act.start();
