import { serve } from './node.js';

serve();
