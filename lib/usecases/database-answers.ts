export { databaseAnswers } from '@/lib/store/database/database';
