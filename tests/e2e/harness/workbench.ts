import { type Browser, chromium, type FrameLocator, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { keepPicture } from './pictures.js';

const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Asked for when a page is answered by the test itself.
  '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets',
];

/** VS Code in a browser, as a user sees and drives it. */
export class Workbench {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  /** Extensions speak this language; VS Code itself has no language pack here and speaks English. */
  static async open(language = 'zh-cn'): Promise<Workbench> {
    const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
    const browser = await chromium.launch({ executablePath, args: launchArguments });
    const context = await browser.newContext({
      viewport: { width: 1280, height: 760 },
      locale: 'zh-CN',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    // A busy machine is slow, not wrong.
    page.setDefaultTimeout(60_000);
    await page.addInitScript(speak, language);
    return new Workbench(browser, page);
  }

  /** Shows the workbench of a server, up to where it takes keys. */
  async show(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  async picture(name: string): Promise<void> {
    await keepPicture(this.page, name);
  }

  get editor(): Locator {
    return this.page.locator('.part.editor .monaco-editor[data-uri]').first();
  }

  /** Makes the window so wide that the editor has this width, in pixels, without the side bar. */
  async widenEditorTo(width: number): Promise<void> {
    const sideBar = this.page.locator('.part.sidebar');
    if (await sideBar.isVisible()) await this.page.keyboard.press('Control+B');
    await sideBar.waitFor({ state: 'hidden' });
    let window = width + 100;
    await this.page.setViewportSize({ width: window, height: 1200 });
    // A busy workbench is laid out anew some time after its window has changed: what is seen before is corrected then.
    const correct = async (): Promise<number> => {
      const seen = await this.widthOfEditor();
      window += width - seen;
      if (seen !== width) await this.page.setViewportSize({ width: window, height: 1200 });
      return seen;
    };
    await expect.poll(correct, { interval: 1_000 }).toBe(width);
  }

  private async widthOfEditor(): Promise<number> {
    return (await this.editor.boundingBox())!.width;
  }

  /** How many rows each line takes that is in sight, by its number. */
  async rowsOfLines(): Promise<Map<number, number>> {
    const margin = this.editor.locator('.margin-view-overlays > div');
    const numbers = await margin.evaluateAll((rows) =>
      rows
        .map((row) => ({ top: row.getBoundingClientRect().top, number: row.textContent }))
        .sort((one, other) => one.top - other.top)
        .map(({ number }) => Number(number)),
    );
    const rows = new Map<number, number>();
    let line = 0;
    for (const number of numbers) {
      // What a line goes on with has no number.
      line = number || line;
      rows.set(line, (rows.get(line) ?? 0) + 1);
    }
    return rows;
  }

  get problems(): Locator {
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  get squiggles(): Locator {
    return this.page.locator('.part.editor .squiggly-error, .part.editor .squiggly-warning');
  }

  /** 尾差: said softly. */
  get tails(): Locator {
    return this.page.locator('.part.editor .squiggly-info');
  }

  get suggestions(): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  get hover(): Locator {
    return this.page.locator('.monaco-hover:visible').first();
  }

  /**
   * The message of that text once it is there: over the editor, or in the list behind the bell, where VS Code puts
   * what comes too soon upon other messages.
   */
  async told(text: string): Promise<Locator> {
    const message = this.page
      .locator(':is(.notifications-toasts, .notifications-center) .notification-list-item', { hasText: text })
      .filter({ visible: true })
      .first();
    const isSeen = await message.waitFor({ timeout: 8_000 }).then(
      () => true,
      () => false,
    );
    if (!isSeen) await this.runCommand('Notifications: Show Notifications');
    await message.waitFor();
    return message;
  }

  /** An item of the status bar. */
  status(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  /** The page opened last, where there are several. */
  get webviewInFront(): FrameLocator {
    return this.page
      .locator('iframe.webview.ready')
      .last()
      .contentFrame()
      .frameLocator('iframe#active-frame');
  }

  /** The page of an extension, where there is one only. */
  get webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** Answers a question of the editor. */
  async answer(title: string, text: string): Promise<void> {
    await this.page.locator('.quick-input-widget', { hasText: title }).waitFor();
    await this.quickInput().fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Takes what is chosen already in a list of the editor where several may be. */
  async accept(title: string): Promise<void> {
    const list = this.page.locator('.quick-input-widget', { hasText: title });
    await list.locator('.monaco-list-row').first().waitFor();
    await this.page.keyboard.press('Enter');
    await list.waitFor({ state: 'hidden' });
  }

  /** Adds to what is chosen already in a list of the editor where several may be, and takes them all. */
  async acceptWith(title: string, labels: readonly string[]): Promise<void> {
    const list = this.page.locator('.quick-input-widget', { hasText: title });
    for (const label of labels) {
      const row = list.locator('.monaco-list-row', { has: this.page.getByText(label, { exact: true }) });
      await row.click();
    }
    await this.page.keyboard.press('Enter');
    await list.waitFor({ state: 'hidden' });
  }

  /** Opens a file of the workspace by its name. Not by quick open, which finds nothing in the oldest VS Code. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+Shift+E');
    await this.page.locator('.explorer-folders-view').getByRole('treeitem', { name, exact: true }).dblclick();
    await this.page.locator(`.part.editor .tab.active[data-resource-name="${name}"]`).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  /** Chooses what the menu of a file in the explorer offers; before the extension is known, it offers nothing of it. */
  async chooseInExplorer(name: string, entry: string): Promise<void> {
    await this.page.keyboard.press('Control+Shift+E');
    const file = this.page.locator('.explorer-folders-view').getByRole('treeitem', { name, exact: true });
    const offered = this.page.locator('.monaco-menu .action-menu-item', { hasText: entry });
    for (let attempt = 1; attempt < 5; attempt++) {
      await file.click({ button: 'right' });
      const isOffered = await offered.waitFor({ timeout: 4_000 }).then(
        () => true,
        () => false,
      );
      // A menu that has just opened takes no click: it might be the end of the one that opened it.
      if (isOffered) return this.clickAway(offered);
      await this.page.keyboard.press('Escape');
    }
    await offered.click();
  }

  /** Clicks what is gone once it was clicked. */
  private async clickAway(target: Locator): Promise<void> {
    for (let attempt = 1; attempt < 5; attempt++) {
      await target.click();
      const isGone = await target.waitFor({ state: 'hidden', timeout: 2_000 }).then(
        () => true,
        () => false,
      );
      if (isGone) return;
    }
    await target.waitFor({ state: 'hidden' });
  }

  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const box = this.quickInput();
    await box.fill(`>${title}`);
    const label = title.replace(/^.*: /, '');
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: label }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Chooses from the list that the editor offers: types, and takes the entry that says so. */
  async choose(typed: string, entry = typed): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: entry });
    // The box of the question before may still be there, and take what is typed.
    for (let attempt = 1; attempt < 5; attempt++) {
      await this.quickInput().fill(typed);
      const isOffered = await row.waitFor({ timeout: 4_000 }).then(
        () => true,
        () => false,
      );
      if (isOffered) break;
    }
    await row.waitFor();
    await this.page.keyboard.press('Enter');
  }

  /**
   * Puts the cursor into the editor, at a line and column counted from one. From the first column on with the arrow:
   * what 转到行:列 takes for a column differs between versions.
   */
  async goTo(line: number, column: number): Promise<void> {
    // A preview that is just being opened may take the focus, and some of the arrows.
    for (let attempt = 1; attempt < 4; attempt++) {
      await this.goToLine(line);
      for (let at = 1; at < column; at++) await this.page.keyboard.press('ArrowRight');
      const isThere = await this.cursorAt(line, column, 10_000).then(
        () => true,
        () => false,
      );
      if (isThere) return;
    }
    await this.cursorAt(line, column);
  }

  private async goToLine(line: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const box = this.quickInput();
    await box.fill(`:${line}:1`);
    await this.page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
    await this.cursorAt(line, 1);
  }

  private async cursorAt(line: number, column: number, timeout?: number): Promise<void> {
    const isThere = this.status(new RegExp(`Ln ${line}, Col ${column}\\b`));
    await isThere.waitFor(timeout === undefined ? {} : { timeout });
  }

  /** Selects a text of the line that the cursor is on; the editor wants the focus. */
  async select(place: { line: number; column: number }, text: string): Promise<void> {
    await this.goTo(place.line, place.column);
    for (let at = 0; at < text.length; at++) await this.page.keyboard.press('Shift+ArrowRight');
    await this.status(`(${text.length} selected)`).waitFor();
  }

  /** Clicks what leads to a place; a list that is just being filled anew may swallow the first click. */
  async clickUntil(target: Locator, there: Locator): Promise<void> {
    for (let attempt = 1; attempt < 5; attempt++) {
      await target.click();
      const arrived = await there.waitFor({ timeout: 4_000 }).then(
        () => true,
        () => false,
      );
      if (arrived) return;
    }
    await there.waitFor();
  }

  /** Rests the pointer on what is to be explained; an editor that is just being laid out anew may lose the first rest. */
  async hoverUntil(target: Locator, told: string): Promise<Locator> {
    const said = this.hover.filter({ hasText: told });
    for (let attempt = 1; attempt < 5; attempt++) {
      await target.hover();
      const isSaid = await said.waitFor({ timeout: 4_000 }).then(
        () => true,
        () => false,
      );
      if (isSaid) return said;
      await this.page.mouse.move(5, 5);
    }
    await said.waitFor();
    return said;
  }

  /** Asks for the fixes at the cursor; a list that opens while the editor still takes in findings is closed by it. */
  async fixesUntil(first: string): Promise<Locator> {
    const focused = this.page.locator('.action-widget .monaco-list-row.focused');
    const offered = focused.filter({ hasText: first });
    for (let attempt = 1; attempt < 5; attempt++) {
      await this.page.keyboard.press('Control+.');
      const isOffered = await offered.waitFor({ timeout: 4_000 }).then(
        () => true,
        () => false,
      );
      if (isOffered) return focused;
      await this.page.keyboard.press('Escape');
    }
    await offered.waitFor();
    return focused;
  }

  /**
   * Waits for a list of suggestions that has this entry, and asks for one as a user would where typing brought none:
   * letters typed before the extension has started are nobody's question.
   */
  async offered(text: string): Promise<Locator> {
    const entry = this.suggestions.filter({ hasText: text }).first();
    for (let attempt = 1; attempt < 5; attempt++) {
      const isOffered = await entry.waitFor({ timeout: 4_000 }).then(
        () => true,
        () => false,
      );
      if (isOffered) return entry;
      if (!(await this.suggestions.first().isVisible())) await this.page.keyboard.press('Control+Space');
    }
    await entry.waitFor();
    return entry;
  }

  /** Types as an input method hands over its result. */
  async insert(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** As if it had been copied somewhere else. */
  async copy(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  }

  async paste(text: string): Promise<void> {
    await this.copy(text);
    await this.page.keyboard.press('Control+V');
  }

  /** Waits for the focus to be in the source. */
  async takesKeys(): Promise<void> {
    await this.page.locator('.part.editor .monaco-editor.focused').waitFor();
  }

  /** Waits for the file in front to differ from what was saved. */
  async changed(): Promise<void> {
    await this.page.locator('.part.editor .tab.active.dirty').waitFor();
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.part.editor .tab.active.dirty').waitFor({ state: 'detached' });
  }

  /** Takes back what was not saved. */
  async revert(): Promise<void> {
    await this.runCommand('File: Revert File');
    await this.page.locator('.part.editor .tab.active.dirty').waitFor({ state: 'detached' });
  }

  /** A button above the editor. */
  editorAction(name: string): Locator {
    return this.page.locator('.part.editor .editor-actions').getByRole('button', { name }).first();
  }

  tab(name: string): Locator {
    return this.page.locator(`.part.editor .tab[data-resource-name="${name}"]`);
  }

  quickInput(): Locator {
    return this.page.locator('.quick-input-widget input[type=text]:visible');
  }

  /** A piece of source as the editor shows it. */
  source(text: string | RegExp): Locator {
    return this.editor.locator('.view-line span span', { hasText: text }).last();
  }
}

/**
 * Runs in the page before its own scripts: makes the language known where language packs do, which is a variable,
 * or in the oldest VS Code an element that the page is about to read.
 */
function speak(language: string): void {
  Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language });
  const settings = JSON.stringify({ availableLanguages: { '*': language } });
  const write = () =>
    document.getElementById('vscode-remote-nls-configuration')?.setAttribute('data-settings', settings);
  new MutationObserver(write).observe(document, { childList: true, subtree: true });
}
