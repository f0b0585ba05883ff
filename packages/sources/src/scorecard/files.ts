import { fieldsOfStudy } from './files/fields-of-study.js';
import { institutions } from './files/institutions.js';

export const files = [fieldsOfStudy, institutions];
