package me.digi.client.auth;

import me.digi.client.internal.io.Require;

/**
 * The kind of organization that runs a source. For types without a constant, use {@code new OrganizationType("…")}.
 *
 * @param value as digi.me spells it
 */
public record OrganizationType(String value) {
    public static final OrganizationType GENERAL_PRACTITIONER = new OrganizationType("general-practitioner");

    public static final OrganizationType HEALTH_CENTER = new OrganizationType("health-center");

    public static final OrganizationType HOSPITAL = new OrganizationType("hospital");

    public static final OrganizationType PRIVATE_TREATMENT_CENTER = new OrganizationType("private-treatment-center");

    public static final OrganizationType SPECIALIST_CENTRE = new OrganizationType("specialist-centre");

    public static final OrganizationType RADIOTHERAPY_CENTER = new OrganizationType("radiotherapy-center");

    public static final OrganizationType DIALYSIS_CENTER = new OrganizationType("dialysis-center");

    public static final OrganizationType OBSTETRICS_AND_MATERNITY_CARE =
            new OrganizationType("obstetrics-and-maternity-care");

    public static final OrganizationType MENTAL_HEALTH_CARE = new OrganizationType("mental-health-care");

    public static final OrganizationType YOUTH_HEALTH_CARE = new OrganizationType("youth-health-care");

    public static final OrganizationType PSYCHOLOGY_AND_PSYCHOTHERAPY =
            new OrganizationType("psychology-and-psychotherapy");

    public static final OrganizationType NURSING_AND_CARE_HOMES_AND_HOME_CARE =
            new OrganizationType("nursing-and-care-homes-and-home-care");

    public static final OrganizationType DISABILITY_CARE = new OrganizationType("disability-care");

    public static final OrganizationType MENTALLY_DISABLED_CARE = new OrganizationType("mentally-disabled-care");

    public static final OrganizationType DAYCARE_CENTERS = new OrganizationType("daycare-centers");

    public static final OrganizationType REHABILITATION_CENTER = new OrganizationType("rehabilitation-center");

    public static final OrganizationType PHARMACY = new OrganizationType("pharmacy");

    public static final OrganizationType AUDIOLOGICAL_CENTER = new OrganizationType("audiological-center");

    public static final OrganizationType MEDICAL_AIDS = new OrganizationType("medical-aids");

    public static final OrganizationType PHYSIOTHERAPY = new OrganizationType("physiotherapy");

    public static final OrganizationType PROTECTED_AND_SUPPORTED_LIVING =
            new OrganizationType("protected-and-supported-living");

    public static final OrganizationType DENTIST = new OrganizationType("dentist");

    public static final OrganizationType AMBULANCE = new OrganizationType("ambulance");

    public static final OrganizationType HEALTH_INSURERS = new OrganizationType("health-insurers");

    public OrganizationType {
        Require.text("value", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
