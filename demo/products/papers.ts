/**
 * The documents that a careful merchant has on file for a kind of product, as kinds of the rule base.
 * Some products of the demo have none, so that a refusal can show what to add.
 */
export const PAPERS = {
  textile: ['fibre_label_photo', 'care_label_photo', 'origin_mark_photo', 'flammability_1610_report'],
  filled: ['fibre_label_photo', 'care_label_photo', 'origin_mark_photo', 'urn_registration', 'consumer_safety_report'],
  toy: ['cpc', 'astm_f963_report', 'toy_test_report', 'tracking_label_photo', 'origin_mark_photo', 'choking_hazard_notice', 'hk_identification_label', 'bilingual_warning_label'],
  plush: ['cpc', 'astm_f963_report', 'toy_test_report', 'tracking_label_photo', 'origin_mark_photo', 'urn_registration', 'hk_identification_label', 'bilingual_warning_label'],
  baby: ['cpc', 'tracking_label_photo', 'origin_mark_photo', 'children_product_report', 'fibre_label_photo', 'care_label_photo', 'consumer_safety_report'],
  babyFood: ['cpc', 'tracking_label_photo', 'origin_mark_photo', 'children_product_report', 'food_contact_report'],
  cosmetic: ['fda_facility_registration', 'fda_cosmetic_listing', 'us_label_artwork', 'safety_assessment', 'fda_entry_data', 'origin_mark_photo', 'sds', 'cosmetic_formula', 'colour_additive_list', 'transport_appraisal'],
  food: ['fda_food_facility', 'prior_notice', 'fsvp_importer', 'us_food_label', 'gacc_export_filing', 'hk_food_importer', 'hk_food_label', 'food_formula', 'mo_food_coa', 'mo_food_label', 'ciq_ledger'],
  tableware: ['astm_c738_report', 'food_contact_report', 'fda_entry_data', 'origin_mark_photo'],
  jewellery: ['jewellery_lead_cadmium_report', 'assay_report', 'origin_mark_photo'],
  battery: ['un38_3', 'transport_appraisal', 'fcc_sdoc', 'doe_ccms', 'origin_mark_photo', 'consumer_safety_report'],
  radio: ['un38_3', 'transport_appraisal', 'fcc_id', 'fcc_sdoc', 'doe_ccms', 'origin_mark_photo', 'consumer_safety_report'],
  plug: ['fcc_sdoc', 'nrtl_report', 'doe_ccms', 'origin_mark_photo', 'hk_safety_certificate', 'consumer_safety_report', 'bilingual_warning_label'],
  wood: ['lacey_declaration', 'tsca_title_vi', 'origin_mark_photo'],
  art: ['astm_d4236_review', 'origin_mark_photo', 'sds'],
  mark: ['origin_mark_photo'],
} as const satisfies Record<string, readonly string[]>;

export type PaperSet = keyof typeof PAPERS;
