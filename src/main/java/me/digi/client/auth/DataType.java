package me.digi.client.auth;

import me.digi.client.internal.io.Require;

/**
 * What kind of data a source holds. Those that are known are constants here, named as the service names them; it takes others as
 * {@code new DataType("…")}.
 *
 * @param value as the service spells it
 */
public record DataType(String value) {
    /** Medication information. */
    public static final DataType MEDICATION_INFORMATION = new DataType("medication-information");

    /** Laboratory results. */
    public static final DataType LABORATORY_RESULTS = new DataType("laboratory-results");

    /** Appointments. */
    public static final DataType APPOINTMENTS = new DataType("appointments");

    /** Patient summary hospital data. */
    public static final DataType PATIENT_SUMMARY_HOSPITAL_DATA = new DataType("patient-summary-hospital-data");

    /** Data of a general practitioner. */
    public static final DataType GP_DATA = new DataType("gp-data");

    /** Mental health patient summary. */
    public static final DataType MENTAL_HEALTH_PATIENT_SUMMARY = new DataType("mental-health-patient-summary");

    /** Documents. */
    public static final DataType DOCUMENTS = new DataType("documents");

    /** Measurements vital signs. */
    public static final DataType MEASUREMENTS_VITAL_SIGNS = new DataType("measurements-vital-signs");

    /** Allergy intolerances. */
    public static final DataType ALLERGY_INTOLERANCES = new DataType("allergy-intolerances");

    /** Images. */
    public static final DataType IMAGES = new DataType("images");

    /** Medication related intolerances. */
    public static final DataType MEDICATION_RELATED_INTOLERANCES = new DataType("medication-related-intolerances");

    /** Referral to questionnaire. */
    public static final DataType REFERRAL_TO_QUESTIONNAIRE = new DataType("referral-to-questionnaire");

    /** Questionnaire response. */
    public static final DataType QUESTIONNAIRE_RESPONSE = new DataType("questionnaire-response");

    /** Longterm healthcare patient summary. */
    public static final DataType LONGTERM_HEALTHCARE_PATIENT_SUMMARY =
            new DataType("longterm-healthcare-patient-summary");

    /** Patient corrections request. */
    public static final DataType PATIENT_CORRECTIONS_REQUEST = new DataType("patient-corrections-request");

    /** Vaccinations. */
    public static final DataType VACCINATIONS = new DataType("vaccinations");

    /** Integral birth care process. */
    public static final DataType INTEGRAL_BIRTH_CARE_PROCESS = new DataType("integral-birth-care-process");

    /** Any type, known here or not. */
    public DataType {
        Require.text("value", value);
    }

    /** The type as the service spells it. */
    @Override
    public String toString() {
        return value;
    }
}
