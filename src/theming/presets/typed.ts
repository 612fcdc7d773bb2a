import type { Preset } from '../presets';
import { createPreset, outlinedButton, systemFont, textButton } from './create-preset';

export const typedPresets: readonly Preset[] = [
  createPreset('mono', 'Typewriter', {
    light: {
      ...{ surface: '#fafaf7', text: '#1e1e1c', mutedText: '#57574f', line: '#d5d5cc', accent: '#3a3a36' },
      ...{ success: '#2c6a3c', warning: '#7d5300', danger: '#a02c24' },
    },
    dark: {
      ...{ surface: '#191917', text: '#ecece6', mutedText: '#adada2', line: '#3c3c37', accent: '#dcdcd0' },
      ...{ success: '#84cf95', warning: '#e6ba6a', danger: '#f59c93' },
    },
    fontFamily: "ui-monospace, 'SF Mono', Consolas, 'Noto Sans Mono', monospace",
    ...{ cardRadius: 2, controlRadius: 2, controlHeight: 46, shadow: 'none' },
    elements: {
      card: { border: '1px dashed var(--portico-control-line)' },
      title: { 'font-size': '20px', 'font-weight': '600' },
      text: { 'font-size': '15px' },
      label: { 'font-size': '13px' },
      button: { 'font-size': '15px' },
      back: outlinedButton,
    },
  }),
  createPreset('large', 'Large and plain', {
    light: {
      ...{ surface: '#ffffff', text: '#151515', mutedText: '#3f4650', line: '#b9bec6', accent: '#00539b' },
      ...{ success: '#0a5c36', warning: '#6f4300', danger: '#9b1c16' },
    },
    dark: {
      ...{ surface: '#14171c', text: '#f3f5f7', mutedText: '#c3c9d1', line: '#525b67', accent: '#8cc4ff' },
      ...{ success: '#77dbaa', warning: '#f5c273', danger: '#ffaaa2' },
    },
    fontFamily: "'Golos Text Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
    ...{ cardRadius: 12, controlRadius: 8, controlHeight: 60, shadow: 'none', density: 'airy' },
    elements: {
      page: { 'font-size': '19px' },
      'step-title': { 'font-size': '16px' },
      'example-text': { 'font-size': '17px' },
      'upload-text': { 'font-size': '17px' },
      title: { 'font-size': '30px', 'font-weight': '700' },
      text: { 'font-size': '19px', 'line-height': '1.6' },
      instructions: { 'font-size': '19px' },
      label: { 'font-size': '18px' },
      'field-line': { 'font-size': '19px' },
      button: { 'font-size': '20px' },
      card: { border: '1px solid var(--portico-line)' },
      back: outlinedButton,
    },
  }),
  createPreset('serif', 'Private office', {
    light: {
      ...{ surface: '#fcfbf8', text: '#1d2433', mutedText: '#535c6e', line: '#dcd8cc', accent: '#1f3557' },
      ...{ success: '#28653f', warning: '#7f5300', danger: '#98292b' },
    },
    dark: {
      ...{ surface: '#161b26', text: '#ece8dd', mutedText: '#b3b1a8', line: '#363d4c', accent: '#d9c48f' },
      ...{ success: '#86cfa0', warning: '#e9bb68', danger: '#f29d98' },
    },
    fontFamily: systemFont,
    ...{ cardRadius: 4, controlRadius: 3, controlHeight: 48, shadow: 'none', density: 'airy', card: 'seamless' },
    elements: {
      title: {
        'font-family': "Georgia, 'Iowan Old Style', 'Noto Serif', 'Times New Roman', serif",
        'font-size': '28px',
        'font-weight': '400',
      },
      back: textButton,
    },
  }),
];
