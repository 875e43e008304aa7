import type { Messages } from './chinese.js';

export const english: Messages = {
  product: 'Fiscal',

  statusTitle: 'Checks of the report',
  statusCounts: ({ errors, warnings, tails, notChecked, unfilled }) =>
    `Errors ${errors} · Warnings ${warnings} · Rounding 尾差 ${tails} · Not checked 未检查 ${notChecked} · Open 未填 ${unfilled}`,
  statusClean: 'Nothing found',
  statusHint: 'Click to see the problems',
  tails: (count) => `Rounding ${count}`,
  notChecked: (count) => `Not checked ${count}`,
  unfilled: (count) => `Open ${count}`,

  failed: (reason) => `That did not work: ${reason}`,
  noSource: 'Open a .fiscal file first.',

  newStart: 'Kind of report',
  newDepartment: 'Of a department with its units',
  newUnit: 'Of one unit',
  newFrom: 'From last year’s report',
  newPublished: 'From a published report',
  newPublishedHint: 'Word, PDF, Excel, HTML',
  newFromHint: 'Its figures become last year’s, the new ones are left open',
  otherFile: 'Another file…',
  newName: 'Full name of the department or unit',
  newNameHint: 'For example: 示例市档案局',
  newNameMissing: 'A name is needed',
  newYear: 'Year of the report',
  newYearWrong: 'A year has four digits',
  newTemplate: 'Template',
  notRolled: (errors) => `Not made: last year’s report has ${errors} syntax errors.`,
  createAnyway: 'Make Anyway',
  creating: 'Making the report…',
  created: (file) => `Made “${file}”.`,
  exists: (file) => `“${file}” is there already.`,
  showFile: 'Open File',
  showPreview: 'Open Preview',

  previewTitle: (name) => `Preview: ${name}`,
  composing: 'Preparing the preview…',
  previewNoSource: 'Open a .fiscal file to see its report here.',
  previewNoReport: 'There is no report in this file. It begins with 部门决算 name year { … }.',
  previewNoTemplate: 'The report names no template yet. Add a line that begins with 模板.',

  formats: 'Formats to build',
  building: 'Building the report…',
  built: (count, folder) => `${count} files written to “${folder}”.`,
  notBuilt: (errors) => `Not built: the report has ${errors} errors.`,
  cannotPrint: {
    'no-browser':
      'PDF is printed by a browser, and none was found on this computer: please install Edge, Chrome or Chromium.',
    'browser-failed': 'The browser could not print the PDF. Please try again, or use another one.',
  },
  nothingToBuild: 'Nothing to build: there is no report in the file, or it names no template.',
  buildAnyway: 'Build Anyway',
  openBuilt: 'Open Report',
  openFolder: 'Open Folder',
  showProblems: 'Show Problems',

  checking: 'Checking the workspace…',
  checked: (files, counts) => `${files} files checked: ${counts}.`,

  importTitle:
    'A published report: Word, PDF, Excel, HTML; text and tables of one report may be chosen together',
  importLabel: 'Read',
  documents: 'Published reports',
  reading: (names: string[]) => `Reading ${names.join(', ')}…`,
  tooLarge: (name: string) => `The file is too large: ${name}`,
  showUnread: 'Show What Was Not Understood',
  offerReading: (names: string[]) => `Read ${names.join(', ')} into a .fiscal file?`,

  pasteTitle: 'What the columns of the table are',
  pasteAs: (columns: string) => `Table: ${columns}`,
  noTable:
    'There is no table on the clipboard that the block at the cursor takes: copy codes or names with their figures.',
  notAllPasted: (count: number) =>
    `${count} cells or rows were not read; they are listed below the pasted lines.`,

  lastCommit: 'last commit',
  blamed: (author: string, day: string, title: string) => `Last changed by ${author}, ${day}: ${title}`,
  oldVersion: ' (old)',
  savedVersion: 'as saved',
  noCommit: (file: string) =>
    `“${file}” was never committed, or there is no git here. “Compare with…” takes any file.`,
  noVersion: (name: string) => `“${name}” does not have this file.`,
  compareWith: (name: string) => `Compare “${name}” with`,
  comparedWith: (name: string) => `compared with “${name}”`,
  changesTitle: (name: string) => `Changes: ${name}`,
  changesPage: {
    therefore: 'therefore',
    together: 'Other figures that follow',
    findings: 'Problems',
    formerly: 'formerly',
    old: 'old text',
    none: 'There is no report to compare.',
    marks: { '+': '+', '-': '−', '~': '~' },
  },

  relationsTitle: (name) => `Relations: ${name}`,
  relating: 'Comparing figures…',
  related: (count, differ) =>
    differ === 0 ? `${count} relations, all of them hold.` : `${count} relations, ${differ} do not hold.`,
  showRelations: 'Show',
  relationsPage: {
    all: 'All',
    agree: 'Agree',
    tail: 'Rounding',
    differ: 'Differ',
    unchecked: 'Not checked',
    search: 'Find by rule, title or item',
    difference: 'Difference',
    derived: 'computed',
    missing: 'missing',
    none: 'No such relation.',
  },
};
