import { createDevice, type Device } from './device';
import { readDeviceWorld } from './device-world';

export function openDevice(): Device {
  return createDevice(readDeviceWorld());
}
