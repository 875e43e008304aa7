import type { CommanderError } from 'commander';
import { messages } from '../messages.zh.js';

/** Commander's complaint in Chinese; what it is about is taken from the quotes of its English message. */
export function usageError(error: CommanderError): string[] {
  const subject = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const nearest = /Did you mean (?:one of )?(.+?)\?/.exec(error.message)?.[1];
  const hint = nearest ? messages.didYouMean(nearest.replaceAll(', ', '、')) : messages.seeHelp;
  return [`${complaint(error.code, subject)}。${hint}`];
}

function complaint(code: string, subject: string): string {
  switch (code) {
    case 'commander.help':
      return messages.noCommand;
    case 'commander.unknownCommand':
      return messages.unknownCommand(subject);
    case 'commander.unknownOption':
      return messages.unknownOption(subject);
    case 'commander.missingArgument':
      return messages.missingArgument(subject);
    case 'commander.missingMandatoryOptionValue':
      return messages.missingOption(subject);
    case 'commander.optionMissingArgument':
      return messages.missingValue(subject);
    case 'commander.excessArguments':
      return messages.tooManyArguments;
    default:
      return messages.badUsage;
  }
}
