/** A VS Code as code-server contains it, and the Node that it is made for. */
export interface VSCodeVersion {
  vscode: string;
  codeServer: string;
  nodeMajor: number;
  /**
   * Whether the page of an extension shows the pictures that were packed with it. The newest takes away the
   * address of every picture that is not on the web.
   */
  showsLocalPictures: boolean;
  /** Whether extensions may offer what is pasted; otherwise there is a command. */
  letsExtensionsPaste: boolean;
}

export const vscodeVersions: Record<string, VSCodeVersion> = {
  /** The oldest that the extension declares: `engines.vscode`. */
  oldest: {
    vscode: '1.82',
    codeServer: '4.17.1',
    nodeMajor: 18,
    showsLocalPictures: true,
    letsExtensionsPaste: false,
  },
  /** The newest that runs on the oldest Node of the project, so that nothing but itself has to be fetched. */
  middle: {
    vscode: '1.100',
    codeServer: '4.100.3',
    nodeMajor: 20,
    showsLocalPictures: true,
    letsExtensionsPaste: true,
  },
  newest: {
    vscode: '1.139',
    codeServer: '4.139.1',
    nodeMajor: 24,
    showsLocalPictures: false,
    letsExtensionsPaste: true,
  },
};

/** The VS Code that the tests run in: `FISCAL_E2E_VSCODE` names one of the three. */
export const vscodeVersion = versionNamed(process.env.FISCAL_E2E_VSCODE ?? 'middle');

function versionNamed(name: string): VSCodeVersion {
  const version = vscodeVersions[name];
  if (version) return version;
  throw new Error(`FISCAL_E2E_VSCODE is one of ${Object.keys(vscodeVersions).join(', ')}, not ${name}`);
}
