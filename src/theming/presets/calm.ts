import type { Preset } from '../presets';
import { createPreset, outlinedButton, systemFont, textButton } from './create-preset';

const golos = "'Golos Text Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

export const calmPresets: readonly Preset[] = [
  createPreset('institution', 'Quiet institution', {
    light: {
      ...{ surface: '#ffffff', text: '#15191e', mutedText: '#4d545d', line: '#d9dad4', accent: '#2746a6' },
      ...{ success: '#0b6b45', warning: '#875400', danger: '#a6231d' },
    },
    dark: {
      ...{ surface: '#171b21', text: '#eceef1', mutedText: '#aab1bb', line: '#343b46', accent: '#9fb4ff' },
      ...{ success: '#63d3a2', warning: '#f0b862', danger: '#ff9d94' },
    },
    fontFamily: golos,
    ...{ cardRadius: 14, controlRadius: 8, controlHeight: 50, shadow: 'none' },
    elements: {
      card: { border: '1px solid var(--portico-line)' },
      back: outlinedButton,
    },
  }),
  createPreset('seamless', 'Part of the page', {
    light: {
      ...{ surface: '#ffffff', text: '#1c2024', mutedText: '#55606b', line: '#dde1e5', accent: '#0b6e75' },
      ...{ success: '#12704a', warning: '#8a5300', danger: '#b3261e' },
    },
    dark: {
      ...{ surface: '#14181b', text: '#e9edf0', mutedText: '#a3adb6', line: '#2f373d', accent: '#6fd0d6' },
      ...{ success: '#6bd3a4', warning: '#efb765', danger: '#ff9a92' },
    },
    fontFamily: systemFont,
    ...{ cardRadius: 12, controlRadius: 8, controlHeight: 48, shadow: 'none', card: 'seamless' },
    elements: { back: textButton, 'upload-card': { padding: '0', border: 'none' } },
  }),
  createPreset('slate', 'Compact slate', {
    light: {
      ...{ surface: '#fbfcfd', text: '#1f2933', mutedText: '#52606d', line: '#d3d9e0', accent: '#334e68' },
      ...{ success: '#1d6b4c', warning: '#855300', danger: '#a32a2a' },
    },
    dark: {
      ...{ surface: '#1c232b', text: '#e4e9ee', mutedText: '#a2afbb', line: '#38434e', accent: '#a9c3dc' },
      ...{ success: '#74cfa5', warning: '#e8b666', danger: '#f79c9c' },
    },
    fontFamily: systemFont,
    ...{ cardRadius: 6, controlRadius: 4, controlHeight: 42, shadow: 'none', density: 'tight' },
    elements: {
      card: { border: '1px solid var(--portico-line)' },
      title: { 'font-size': '20px' },
      button: { 'font-size': '15px' },
      back: outlinedButton,
    },
  }),
  createPreset('night', 'Night first', {
    light: {
      ...{ surface: '#f4f5f8', text: '#12141c', mutedText: '#50556a', line: '#d2d5e0', accent: '#4338ca' },
      ...{ success: '#0d6b4b', warning: '#855000', danger: '#b01f3b' },
    },
    dark: {
      ...{ surface: '#0d0f17', text: '#e8eaf4', mutedText: '#9aa0b8', line: '#262a3b', accent: '#a5a3ff' },
      ...{ success: '#4fd6a5', warning: '#f3bb55', danger: '#ff8fa1' },
    },
    fontFamily: systemFont,
    ...{ cardRadius: 16, controlRadius: 10, controlHeight: 50, shadow: 'none' },
    elements: {
      card: { border: '1px solid var(--portico-line)' },
      title: { 'font-weight': '650' },
      back: textButton,
    },
  }),
];
