package me.digi.client.auth;

import me.digi.client.internal.io.Require;

/**
 * The kind of data that a source holds. For types without a constant, use {@code new DataType("…")}.
 *
 * @param value as digi.me spells it
 */
public record DataType(String value) {
    public static final DataType MEDICATION_INFORMATION = new DataType("medication-information");

    public static final DataType LABORATORY_RESULTS = new DataType("laboratory-results");

    public static final DataType APPOINTMENTS = new DataType("appointments");

    public static final DataType PATIENT_SUMMARY_HOSPITAL_DATA = new DataType("patient-summary-hospital-data");

    public static final DataType GP_DATA = new DataType("gp-data");

    public static final DataType MENTAL_HEALTH_PATIENT_SUMMARY = new DataType("mental-health-patient-summary");

    public static final DataType DOCUMENTS = new DataType("documents");

    public static final DataType MEASUREMENTS_VITAL_SIGNS = new DataType("measurements-vital-signs");

    public static final DataType ALLERGY_INTOLERANCES = new DataType("allergy-intolerances");

    public static final DataType IMAGES = new DataType("images");

    public static final DataType MEDICATION_RELATED_INTOLERANCES = new DataType("medication-related-intolerances");

    public static final DataType REFERRAL_TO_QUESTIONNAIRE = new DataType("referral-to-questionnaire");

    public static final DataType QUESTIONNAIRE_RESPONSE = new DataType("questionnaire-response");

    public static final DataType LONGTERM_HEALTHCARE_PATIENT_SUMMARY =
            new DataType("longterm-healthcare-patient-summary");

    public static final DataType PATIENT_CORRECTIONS_REQUEST = new DataType("patient-corrections-request");

    public static final DataType VACCINATIONS = new DataType("vaccinations");

    public static final DataType INTEGRAL_BIRTH_CARE_PROCESS = new DataType("integral-birth-care-process");

    public DataType {
        Require.text("value", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
