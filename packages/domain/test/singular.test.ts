import { expect, test } from 'vitest';
import { singularOf, slugOf } from '../src/careers/singular.js';

test.each([
  ['Registered Nurses', 'Registered Nurse'],
  ['Accountants and Auditors', 'Accountant and Auditor'],
  ['Medical and Health Services Managers', 'Medical and Health Services Manager'],
  ['Nurse Midwives', 'Nurse Midwife'],
  ['Compensation, Benefits, and Job Analysis Specialists', 'Compensation, Benefits, and Job Analysis Specialist'],
  ['Customs and Border Protection Officers', 'Customs and Border Protection Officer'],
  ['Judges, Magistrate Judges, and Magistrates', 'Judge, Magistrate Judge, and Magistrate'],
  ['Biological Scientists, All Other', 'Biological Scientist, All Other'],
  ['Physics Teachers, Postsecondary', 'Physics Teacher, Postsecondary'],
  ['Derrick Operators, Oil and Gas', 'Derrick Operator, Oil and Gas'],
  ['First-Line Supervisors of Police and Detectives', 'First-Line Supervisor of Police and Detectives'],
  ['Helpers--Roofers', 'Helper--Roofer'],
  ['Driver/Sales Workers', 'Driver/Sales Worker'],
  ["Police and Sheriff's Patrol Officers", "Police and Sheriff's Patrol Officer"],
  ['Electricians', 'Electrician'],
  ['Clergy', 'Clergy'],
])('%s: %s', (title, singular) => {
  expect(singularOf(title)).toBe(singular);
});

test.each([
  ['Registered Nurse', 'registered-nurse'],
  ["Police and Sheriff's Patrol Officer", 'police-and-sheriffs-patrol-officer'],
  ['Driver/Sales Worker', 'driver-sales-worker'],
  ['29-1141.00', '29-1141-00'],
])('the slug of %s is %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});
