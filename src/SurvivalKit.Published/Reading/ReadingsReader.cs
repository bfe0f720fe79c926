namespace SurvivalKit.Published;

/// <summary>Reads the readings that a study file fixes.</summary>
internal static class ReadingsReader
{
    public static StudyReadings Read(JsonValueReader value)
    {
        JsonObjectReader o = value.Object();
        var readings = new StudyReadings();
        foreach (ReadingKind kind in ReadingKind.All)
        {
            Func<StudyReadings, StudyReadings>? fix = o.Optional(
                kind.Key, named => named.OneOf<Func<StudyReadings, StudyReadings>>(kind.Choices.AsSpan()));
            readings = fix?.Invoke(readings) ?? readings;
        }

        o.End();
        return readings;
    }
}
