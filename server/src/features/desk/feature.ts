import type { Feature } from '../../platform/feature.ts';
import {
  CampaignPulseResolver,
  DeskResolver,
  NewcomerToVetResolver,
  QuietCardResolver,
  QuietPersonResolver,
  WaitingAskResolver,
} from './desk.resolver.ts';

export const desk: Feature = {
  name: 'desk',
  resolvers: [
    CampaignPulseResolver,
    DeskResolver,
    NewcomerToVetResolver,
    QuietCardResolver,
    QuietPersonResolver,
    WaitingAskResolver,
  ],
};
