package me.digi.client.auth;

import me.digi.client.internal.io.Require;

/**
 * What kind of organization runs a source. Those that are known are constants here, named as the service names them; it takes others as
 * {@code new OrganizationType("…")}.
 *
 * @param value as the service spells it
 */
public record OrganizationType(String value) {
    /** General practitioner. */
    public static final OrganizationType GENERAL_PRACTITIONER = new OrganizationType("general-practitioner");

    /** Health center. */
    public static final OrganizationType HEALTH_CENTER = new OrganizationType("health-center");

    /** Hospital. */
    public static final OrganizationType HOSPITAL = new OrganizationType("hospital");

    /** Private treatment center. */
    public static final OrganizationType PRIVATE_TREATMENT_CENTER = new OrganizationType("private-treatment-center");

    /** Specialist centre. */
    public static final OrganizationType SPECIALIST_CENTRE = new OrganizationType("specialist-centre");

    /** Radiotherapy center. */
    public static final OrganizationType RADIOTHERAPY_CENTER = new OrganizationType("radiotherapy-center");

    /** Dialysis center. */
    public static final OrganizationType DIALYSIS_CENTER = new OrganizationType("dialysis-center");

    /** Obstetrics and maternity care. */
    public static final OrganizationType OBSTETRICS_AND_MATERNITY_CARE =
            new OrganizationType("obstetrics-and-maternity-care");

    /** Mental health care. */
    public static final OrganizationType MENTAL_HEALTH_CARE = new OrganizationType("mental-health-care");

    /** Youth health care. */
    public static final OrganizationType YOUTH_HEALTH_CARE = new OrganizationType("youth-health-care");

    /** Psychology and psychotherapy. */
    public static final OrganizationType PSYCHOLOGY_AND_PSYCHOTHERAPY =
            new OrganizationType("psychology-and-psychotherapy");

    /** Nursing and care homes and home care. */
    public static final OrganizationType NURSING_AND_CARE_HOMES_AND_HOME_CARE =
            new OrganizationType("nursing-and-care-homes-and-home-care");

    /** Disability care. */
    public static final OrganizationType DISABILITY_CARE = new OrganizationType("disability-care");

    /** Mentally disabled care. */
    public static final OrganizationType MENTALLY_DISABLED_CARE = new OrganizationType("mentally-disabled-care");

    /** Daycare centers. */
    public static final OrganizationType DAYCARE_CENTERS = new OrganizationType("daycare-centers");

    /** Rehabilitation center. */
    public static final OrganizationType REHABILITATION_CENTER = new OrganizationType("rehabilitation-center");

    /** Pharmacy. */
    public static final OrganizationType PHARMACY = new OrganizationType("pharmacy");

    /** Audiological center. */
    public static final OrganizationType AUDIOLOGICAL_CENTER = new OrganizationType("audiological-center");

    /** Medical aids. */
    public static final OrganizationType MEDICAL_AIDS = new OrganizationType("medical-aids");

    /** Physiotherapy. */
    public static final OrganizationType PHYSIOTHERAPY = new OrganizationType("physiotherapy");

    /** Protected and supported living. */
    public static final OrganizationType PROTECTED_AND_SUPPORTED_LIVING =
            new OrganizationType("protected-and-supported-living");

    /** Dentist. */
    public static final OrganizationType DENTIST = new OrganizationType("dentist");

    /** Ambulance. */
    public static final OrganizationType AMBULANCE = new OrganizationType("ambulance");

    /** Health insurers. */
    public static final OrganizationType HEALTH_INSURERS = new OrganizationType("health-insurers");

    /** Any type, known here or not. */
    public OrganizationType {
        Require.text("value", value);
    }

    /** The type as the service spells it. */
    @Override
    public String toString() {
        return value;
    }
}
