/** The one place that names Preact's address. Text reaches the page only as children of `h`, which are text nodes. */
export { Component, Fragment, createRef, h, render } from './vendor/preact/preact.mjs';
