package org.healthassistant.connector.wearable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonRecordsTest {

  @Test
  void recordsOfHealthConnectAreRead() {
    assertThat(Collected.of("""
        {"records": [
          {"recordType": "StepsRecord", "count": 1200, "startTime": "2026-11-29T13:00:00Z",
           "startZoneOffset": "-05:00", "endTime": "2026-11-29T14:00:00Z",
           "metadata": {"dataOrigin": "com.example.steps", "device": {"type": "WATCH"}}},
          {"recordType": "HeartRateRecord", "startTime": "2026-11-29T13:00:00Z", "startZoneOffset": "-05:00",
           "endTime": "2026-11-29T13:02:00Z",
           "samples": [{"time": "2026-11-29T13:00:00Z", "beatsPerMinute": 71},
                       {"time": "2026-11-29T13:01:00Z", "beatsPerMinute": 74}],
           "metadata": {"device": {"model": "Pixel 9"}}},
          {"recordType": "BloodPressureRecord", "time": "2026-11-29T13:00:00Z", "zoneOffset": "-05:00",
           "systolic": {"inMillimetersOfMercury": 150}, "diastolic": {"inMillimetersOfMercury": 95},
           "metadata": {"recordingMethod": 3}},
          {"recordType": "BloodGlucoseRecord", "time": "2026-11-29T13:00:00Z",
           "level": {"inMillimolesPerLiter": 5.5}, "metadata": {}},
          {"recordType": "SleepSessionRecord", "startTime": "2026-11-29T04:00:00Z", "startZoneOffset": "-05:00",
           "endTime": "2026-11-29T11:00:00Z", "metadata": {},
           "stages": [{"startTime": "2026-11-29T04:00:00Z", "endTime": "2026-11-29T05:00:00Z", "stage": 1},
                      {"startTime": "2026-11-29T05:00:00Z", "endTime": "2026-11-29T07:30:00Z", "stage": 5}]},
          {"recordType": "HeartRateVariabilityRmssdRecord", "time": "2026-11-29T13:00:00Z",
           "heartRateVariabilityMillis": 40, "metadata": {}}]}
        """).lines())
        .containsExactly(
            "41950-7 1200 {steps} 2026-11-29T08:00-05:00 WORN",
            "8867-4 71 /min 2026-11-29T08:00-05:00 PHONE",
            "8867-4 74 /min 2026-11-29T08:01-05:00 PHONE",
            "85354-9 150/95 mm[Hg] 2026-11-29T08:00-05:00 TYPED",
            "2339-0 99 mg/dL 2026-11-29T13:00Z DEVICE",
            "93832-4 2.5 h 2026-11-29T00:00-05:00 DEVICE");
  }

  @Test
  void dataPointsOfTheGoogleHealthApiAreRead() {
    assertThat(Collected.of("""
        {"dataPoints": [
          {"name": "users/me/dataTypes/steps/dataPoints/1", "dataSource": {"platform": "FITBIT"},
           "steps": {"interval": {"startTime": "2026-11-29T13:00:00Z", "startUtcOffset": "-18000s",
             "endTime": "2026-11-29T13:15:00Z"}, "count": "300"}},
          {"name": "users/me/dataTypes/heart-rate/dataPoints/2", "dataSource": {"platform": "FITBIT"},
           "heartRate": {"sampleTime": {"physicalTime": "2026-11-29T13:00:00Z", "utcOffset": "-18000s"},
             "beatsPerMinute": "72"}},
          {"name": "users/me/dataTypes/daily-resting-heart-rate/dataPoints/3", "dataSource": {},
           "dailyRestingHeartRate": {"date": {"year": 2026, "month": 11, "day": 29}, "beatsPerMinute": "58"}},
          {"name": "x", "dataSource": {}, "weight": {"sampleTime": {"physicalTime": "2026-11-29T13:00:00Z"},
             "weightGrams": 80500}}]}
        """).lines())
        .containsExactly(
            "41950-7 300 {steps} 2026-11-29T08:00-05:00 WORN",
            "8867-4 72 /min 2026-11-29T08:00-05:00 WORN",
            "40443-4 58 /min 2026-11-29T12:00Z DEVICE",
            "29463-7 80.5 kg 2026-11-29T13:00Z DEVICE");
  }

  @Test
  void observationsOfABundleAreRead() {
    Collected read = Collected.of("""
        {"resourceType": "Bundle", "type": "collection", "entry": [
          {"resource": {"resourceType": "Patient", "id": "p"}},
          {"resource": {"resourceType": "Observation", "status": "final",
            "code": {"coding": [{"system": "http://loinc.org", "code": "85354-9"}]},
            "effectiveDateTime": "2026-11-29T08:00:00-05:00",
            "component": [
              {"code": {"coding": [{"code": "8480-6"}]}, "valueQuantity": {"value": 150, "code": "mm[Hg]"}},
              {"code": {"coding": [{"code": "8462-4"}]}, "valueQuantity": {"value": 95, "code": "mm[Hg]"}}]}},
          {"resource": {"resourceType": "Observation", "status": "entered-in-error",
            "code": {"coding": [{"code": "8867-4"}]}, "effectiveDateTime": "2026-11-29T08:00:00-05:00",
            "valueQuantity": {"value": 30, "code": "/min"}}},
          {"resource": {"resourceType": "Observation", "status": "final",
            "code": {"coding": [{"code": "8867-4"}]}, "effectiveDateTime": "2026-11",
            "valueQuantity": {"value": 70, "code": "/min"}}}]}
        """);
    assertThat(read.lines()).containsExactly("85354-9 150/95 mm[Hg] 2026-11-29T08:00-05:00 DEVICE");
    assertThat(read.skipped).hasSize(3);
  }

  @Test
  void whatIsInNoKnownFormIsRefused() {
    assertThatThrownBy(() -> Collected.of("{\"hello\": \"world\"}"))
        .isInstanceOf(UnreadableMeasurements.class);
    assertThatThrownBy(() -> Collected.of("weight,80")).isInstanceOf(UnreadableMeasurements.class);
    assertThatThrownBy(() -> Collected.of("{\"records\": [{\"recordType\": "))
        .isInstanceOf(UnreadableMeasurements.class);
  }
}
