/**
 * What the engine has of its own, before pdfjs is loaded: for older engines that replaces some of it, on the whole
 * program, by functions that are a hundred times slower, for cases that nobody here has.
 */
const { push } = Array.prototype;
const { parse } = JSON;
const { toString } = Function.prototype;

export function restoreEngineBuiltins(): void {
  restore(Array.prototype, 'push', push);
  restore(JSON, 'parse', parse);
  restore(Function.prototype, 'toString', toString);
}

function restore(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: true, enumerable: false, configurable: true });
}
