import { isNamedAs } from '@fiscal/language/files';
import { DefaultServiceRegistry, type LangiumCoreServices, type URI } from 'langium';

/** There is one language here: whatever an open file is called, it is read as that one. */
export class SingleLanguageRegistry extends DefaultServiceRegistry {
  override getServices(): LangiumCoreServices {
    return this.all[0]!;
  }

  override hasServices(uri: URI): boolean {
    return isNamedAs('source', uri.path) || this.textDocuments?.get(uri) !== undefined;
  }
}
