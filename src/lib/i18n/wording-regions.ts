import type { HandPart, RegionId } from '$lib/core/casebook/body-map';
import type { BodyView } from '$lib/core/casebook/row-schema';
import { m } from './paraglide/messages';

/** The views and regions of the body map, by id. */
type Text = () => string;

export const viewName: Record<BodyView, Text> = {
  front: m.follow_view_front,
  back: m.follow_view_back,
  'left-hand': m.follow_view_left_hand,
  'right-hand': m.follow_view_right_hand
};

/** What the drawing of a view shows, for who does not see it. */
export const drawingText: Record<BodyView, Text> = {
  front: m.follow_map_front,
  back: m.follow_map_back,
  'left-hand': m.follow_map_left_hand,
  'right-hand': m.follow_map_right_hand
};

const handPart: Record<HandPart, Text> = {
  'thumb-tip': m.follow_hand_thumb_tip,
  thumb: m.follow_hand_thumb,
  'index-tip': m.follow_hand_index_tip,
  index: m.follow_hand_index,
  'middle-finger-tip': m.follow_hand_middle_finger_tip,
  'middle-finger': m.follow_hand_middle_finger,
  'ring-finger-tip': m.follow_hand_ring_finger_tip,
  'ring-finger': m.follow_hand_ring_finger,
  'little-finger-tip': m.follow_hand_little_finger_tip,
  'little-finger': m.follow_hand_little_finger,
  palm: m.follow_hand_palm,
  thenar: m.follow_hand_thenar,
  hypothenar: m.follow_hand_hypothenar,
  wrist: m.follow_hand_wrist
};

type OfHand<Side extends string> = Record<`${Side}-hand-${HandPart}`, Text>;
/** Both hands have the same parts. */
const parts = <Side extends string>(side: Side, inHand: (said: { part: string }) => string) =>
  Object.fromEntries(
    Object.entries(handPart).map(([part, name]) => [
      `${side}-hand-${part}`,
      () => inHand({ part: name() })
    ])
  ) as OfHand<Side>;

export const regionName: Record<RegionId, Text> = {
  'front-face': m.follow_region_front_face,
  'front-neck': m.follow_region_front_neck,
  'front-sternum': m.follow_region_front_sternum,
  'front-abdomen': m.follow_region_front_abdomen,
  'front-genitals': m.follow_region_front_genitals,
  'front-right-shoulder': m.follow_region_front_right_shoulder,
  'front-left-shoulder': m.follow_region_front_left_shoulder,
  'front-right-upper-arm': m.follow_region_front_right_upper_arm,
  'front-left-upper-arm': m.follow_region_front_left_upper_arm,
  'front-right-elbow': m.follow_region_front_right_elbow,
  'front-left-elbow': m.follow_region_front_left_elbow,
  'front-right-forearm': m.follow_region_front_right_forearm,
  'front-left-forearm': m.follow_region_front_left_forearm,
  'front-right-hand': m.follow_region_front_right_hand,
  'front-left-hand': m.follow_region_front_left_hand,
  'front-right-flank': m.follow_region_front_right_flank,
  'front-left-flank': m.follow_region_front_left_flank,
  'front-right-thigh': m.follow_region_front_right_thigh,
  'front-left-thigh': m.follow_region_front_left_thigh,
  'front-right-knee': m.follow_region_front_right_knee,
  'front-left-knee': m.follow_region_front_left_knee,
  'front-right-chest': m.follow_region_front_right_chest,
  'front-left-chest': m.follow_region_front_left_chest,
  'front-right-hip': m.follow_region_front_right_hip,
  'front-left-hip': m.follow_region_front_left_hip,
  'front-right-lower-leg': m.follow_region_front_right_lower_leg,
  'front-left-lower-leg': m.follow_region_front_left_lower_leg,
  'front-right-foot': m.follow_region_front_right_foot,
  'front-left-foot': m.follow_region_front_left_foot,
  'back-head': m.follow_region_back_head,
  'back-nape': m.follow_region_back_nape,
  'back-upper-back': m.follow_region_back_upper_back,
  'back-lower-back': m.follow_region_back_lower_back,
  'back-sacrum': m.follow_region_back_sacrum,
  'back-right-shoulder': m.follow_region_back_right_shoulder,
  'back-left-shoulder': m.follow_region_back_left_shoulder,
  'back-right-upper-arm': m.follow_region_back_right_upper_arm,
  'back-left-upper-arm': m.follow_region_back_left_upper_arm,
  'back-right-elbow': m.follow_region_back_right_elbow,
  'back-left-elbow': m.follow_region_back_left_elbow,
  'back-right-forearm': m.follow_region_back_right_forearm,
  'back-left-forearm': m.follow_region_back_left_forearm,
  'back-right-hand': m.follow_region_back_right_hand,
  'back-left-hand': m.follow_region_back_left_hand,
  'back-right-flank': m.follow_region_back_right_flank,
  'back-left-flank': m.follow_region_back_left_flank,
  'back-right-thigh': m.follow_region_back_right_thigh,
  'back-left-thigh': m.follow_region_back_left_thigh,
  'back-right-knee': m.follow_region_back_right_knee,
  'back-left-knee': m.follow_region_back_left_knee,
  'back-right-shoulder-blade': m.follow_region_back_right_shoulder_blade,
  'back-left-shoulder-blade': m.follow_region_back_left_shoulder_blade,
  'back-right-buttock': m.follow_region_back_right_buttock,
  'back-left-buttock': m.follow_region_back_left_buttock,
  'back-right-calf': m.follow_region_back_right_calf,
  'back-left-calf': m.follow_region_back_left_calf,
  'back-right-heel': m.follow_region_back_right_heel,
  'back-left-heel': m.follow_region_back_left_heel,
  ...parts('left', m.follow_in_left_hand),
  ...parts('right', m.follow_in_right_hand)
};
