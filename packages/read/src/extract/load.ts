/** The door to the readers of formats, which a bundle keeps in a file of their own. */
export { destinationsOf, extract } from './extract.js';
