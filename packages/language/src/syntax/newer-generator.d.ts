import 'langium';

// The generator is newer than the runtime, which it names a property's optionality to in vain: the older one fails on
// Node 24.20 and later.
declare module 'langium' {
  interface PropertyMetaData {
    optional?: boolean;
  }
}
