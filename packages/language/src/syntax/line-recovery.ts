import { type IToken, MismatchedTokenException, type TokenType } from 'chevrotain';
import type { LangiumParser } from 'langium';
import { isBlockWord } from './block-words.js';
import { misplacedWord } from './parser-messages.js';
import { blockAhead, isBehind, isOfFile, restOfLine } from './rest-of-line.js';

/** What chevrotain's parser has for going on behind an error, none of which it lets anybody else see. */
interface Recovery {
  readonly input: readonly IToken[];
  LA(ahead: number): IToken;
  SKIP_TOKEN(): IToken;
  consumeToken(): void;
  exportLexerState(): number;
  importLexerState(state: number): void;
  getCurrRuleFullName(): string;
  errorMessageProvider: {
    buildMismatchTokenMessage(options: {
      expected: TokenType;
      actual: IToken;
      previous: IToken;
      ruleName: string;
    }): string;
  };
  SAVE_ERROR(error: Error): Error;
  findReSyncTokenType(): TokenType;
  flattenFollowSet(): TokenType[];
  isInCurrentRuleReSyncSet(type: TokenType): boolean;
  getCurrFollowKey(): unknown;
  getFollowSetFromFollowKey(key: unknown): TokenType[];
  reSyncTo(type: TokenType): IToken[];
  tryInRuleRecovery(expected: TokenType, follows: TokenType[]): IToken;
  canRecoverWithSingleTokenInsertion(expected: TokenType, follows: TokenType[]): boolean;
  tryInRepetitionRecovery(
    rule: (...given: unknown[]) => unknown,
    given: unknown[],
    goesOn: () => boolean,
    expected: TokenType,
  ): void;
}

/**
 * Has an error inside a line never leave the line. Chevrotain goes on at the next word that may follow in any of the
 * blocks around, and leaves a block for a word that may stand behind it; but of a line that cannot be read any
 * word may be meant otherwise, and the line behind it begins anew. Where the braces of a file match, each block goes
 * on up to its own.
 */
export function recoverByLines(parser: LangiumParser): void {
  // Protected in Langium, and the only door to it.
  const { wrapper } = parser as unknown as { wrapper: Recovery };
  const skipped: IToken[] = [];
  goOnBehindLine(wrapper, skipped);
  findExpectedOnLine(wrapper);
  keepBlocksOpen(wrapper);
  goOnInBlocks(wrapper, skipped);
}

/** Where a rule fails, what is left of the line is nothing to go on at; the block around it goes on behind. */
function goOnBehindLine(wrapper: Recovery, skipped: IToken[]): void {
  const { findReSyncTokenType, isInCurrentRuleReSyncSet, reSyncTo } = wrapper;
  const isMember = (follows: readonly TokenType[]) => isBalanced(wrapper) && follows.some(isClosing);
  wrapper.findReSyncTokenType = function () {
    if (isBehind(this.LA(0), this.LA(1)) && !isOfNextBlock(this)) skipRest(this, skipped);
    const follows = this.flattenFollowSet();
    const { tokenType } = this.LA(1);
    return follows.includes(tokenType) || isMember(follows) ? tokenType : findReSyncTokenType.call(this);
  };
  wrapper.isInCurrentRuleReSyncSet = function (type) {
    return (
      isInCurrentRuleReSyncSet.call(this, type) ||
      isMember(this.getFollowSetFromFollowKey(this.getCurrFollowKey()))
    );
  };
  wrapper.reSyncTo = function (type) {
    return [...skipped.splice(0), ...reSyncTo.call(this, type)];
  };
}

/** What is expected may stand further on in the line: 收入 按科木 1 {. */
function findExpectedOnLine(wrapper: Recovery): void {
  const { tryInRuleRecovery } = wrapper;
  wrapper.tryInRuleRecovery = function (expected, follows) {
    const distance = isBehind(this.LA(0), this.LA(1)) ? restOfLine((places) => this.LA(places)) : 0;
    if (distance === 0 || this.LA(distance + 1).tokenType !== expected)
      return tryInRuleRecovery.call(this, expected, follows);
    for (let count = 0; count < distance; count++) this.SKIP_TOKEN();
    const found = this.LA(1);
    this.consumeToken();
    return found;
  };
}

/** No brace is missing where they match; nor in the middle of a line, unless another block begins there. */
function keepBlocksOpen(wrapper: Recovery): void {
  const { canRecoverWithSingleTokenInsertion } = wrapper;
  wrapper.canRecoverWithSingleTokenInsertion = function (expected, follows) {
    if (expected.name === '{' && isBalanced(this)) return false;
    if (isClosing(expected) && (isBalanced(this) || isBehind(this.LA(0), this.LA(1))) && !isOfNextBlock(this))
      return false;
    return canRecoverWithSingleTokenInsertion.call(this, expected, follows);
  };
}

/**
 * A block goes on behind a line that cannot be read. One of many such lines is not recovered inside the recovery of
 * the one before it, which would take a stack as deep as they are many.
 */
function goOnInBlocks(wrapper: Recovery, skipped: IToken[]): void {
  let current: unknown;
  let isToRepeat = false;
  wrapper.tryInRepetitionRecovery = function (rule, given, goesOn, expected) {
    const isBack = () => goesOn.call(this) || this.LA(1).tokenType === expected;
    if (!skipLines(this, skipped, expected, isBack)) return;
    isToRepeat = goesOn.call(this);
    const [, repetition] = given;
    if (repetition === current) return;
    const outer = current;
    current = repetition;
    try {
      while (isToRepeat) {
        isToRepeat = false;
        rule.apply(this, given);
      }
    } finally {
      current = outer;
    }
  };
}

/** Each line that nothing can be made of is an error of its own. */
function skipLines(
  wrapper: Recovery,
  skipped: IToken[],
  expected: TokenType,
  isBack: () => boolean,
): boolean {
  const start = wrapper.exportLexerState();
  while (!isBack()) {
    const error = mismatch(wrapper, expected);
    if (!skipUnreadable(wrapper, skipped)) break;
    error.resyncedTokens = skipped.splice(0);
    wrapper.SAVE_ERROR(error);
  }
  return wrapper.exportLexerState() > start;
}

/** The rest of a line, or a line that nothing can be made of; nothing of what a block around may go on with. */
function skipUnreadable(wrapper: Recovery, skipped: IToken[]): boolean {
  const next = wrapper.LA(1);
  if (!isOfFile(next) || isOfNextBlock(wrapper) || isClosing(next.tokenType)) return false;
  const isFirst = !isBehind(wrapper.LA(0), next);
  if (isFirst && !isBalanced(wrapper) && wrapper.flattenFollowSet().includes(next.tokenType)) return false;
  return skipRest(wrapper, skipped) || skip(wrapper, 1, skipped);
}

/** Another block begins where the one before it may not have been closed. */
function isOfNextBlock(wrapper: Recovery): boolean {
  return !isBalanced(wrapper) && isBlockWord(wrapper.LA(1).image);
}

/** The rest of the line, with the block that it opens where nothing around can go on with that. */
function skipRest(wrapper: Recovery, skipped: IToken[]): boolean {
  const ahead = (places: number) => wrapper.LA(places);
  const isSkipped = skip(wrapper, restOfLine(ahead), skipped);
  const { tokenType } = wrapper.LA(1);
  if (tokenType.name !== '{' || wrapper.flattenFollowSet().includes(tokenType)) return isSkipped;
  return skip(wrapper, blockAhead(ahead), skipped) || isSkipped;
}

function skip(wrapper: Recovery, count: number, skipped: IToken[]): boolean {
  for (let each = 0; each < count; each++) {
    skipped.push(wrapper.LA(1));
    wrapper.SKIP_TOKEN();
  }
  return count > 0;
}

const balanced = new WeakMap<readonly IToken[], boolean>();

/** Whether the braces of what is read match. */
function isBalanced({ input }: Recovery): boolean {
  let known = balanced.get(input);
  if (known === undefined) {
    const depth = (sum: number, { tokenType }: IToken) =>
      sum + (tokenType.name === '{' ? 1 : isClosing(tokenType) ? -1 : 0);
    known = input.reduce(depth, 0) === 0;
    balanced.set(input, known);
  }
  return known;
}

function isClosing({ name }: TokenType): boolean {
  return name === '}';
}

function mismatch(wrapper: Recovery, expected: TokenType): MismatchedTokenException {
  const [previous, actual] = [wrapper.LA(0), wrapper.LA(1)];
  const ruleName = wrapper.getCurrRuleFullName();
  const message = isBalanced(wrapper)
    ? misplacedWord(ruleName)
    : wrapper.errorMessageProvider.buildMismatchTokenMessage({ expected, actual, previous, ruleName });
  return new MismatchedTokenException(message, actual, previous);
}
