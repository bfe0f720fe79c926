namespace SurvivalKit.Published;

/// <summary>Reads the name of a verdict in a file.</summary>
internal static class VerdictReader
{
    public static Verdict Read(JsonValueReader value) =>
        value.OneOf<Verdict>([.. Enum.GetValues<Verdict>().Select(verdict => (verdict.ToName(), verdict))]);
}
