namespace SurvivalKit.Published.Tests;

public sealed class RecordedVerdictsTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");

    private static readonly Study Study = Samples.Invented;

    private static ClaimChecks Checks(double hazardRatio, params ClaimCheck[] more) =>
        new(Study, [Study.Check("text/Coffee#hr", hazardRatio), Study.Check("table1/N/Tea#n", 12), .. more]);

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Recorded_verdicts_survive_their_file_byte_for_byte()
    {
        RecordedVerdicts.Record(Checks(0.7)).Save(_file);
        byte[] first = File.ReadAllBytes(_file);
        RecordedVerdicts read = RecordedVerdicts.Load(_file);
        read.Save(_file);

        Assert.Equal(first, File.ReadAllBytes(_file));
        Assert.Equal("invented-trial", read.StudyId);
        Assert.Equal(Verdict.Differs, read.Verdicts["text/Coffee#hr"]);
        Assert.Empty(read.Compare(Checks(0.7)));
    }

    [Fact]
    public void A_verdict_that_changed_is_named()
    {
        VerdictDifference difference = Assert.Single(RecordedVerdicts.Record(Checks(0.7)).Compare(Checks(0.5)));

        Assert.Equal(
            ("text/Coffee#hr", Verdict.Differs, Verdict.MatchesCohort),
            (difference.Id, difference.Recorded, difference.Found));
        Assert.Equal(
            "text/Coffee#hr: differs is recorded, matches-cohort was found. The synthetic cohort gives the same: 0.50.",
            difference.Sentence);
    }

    [Fact]
    public void A_claim_that_is_missing_is_named()
    {
        ClaimCheck more = Study.Check("table1/N/Water#n", 13);

        VerdictDifference gone = Assert.Single(RecordedVerdicts.Record(Checks(0.7, more)).Compare(Checks(0.7)));
        Assert.Equal("table1/N/Water#n: matches-cohort is recorded, but the claim was not checked.", gone.Sentence);
        Assert.Null(gone.Found);

        VerdictDifference added = Assert.Single(RecordedVerdicts.Record(Checks(0.7)).Compare(Checks(0.7, more)));
        Assert.StartsWith("table1/N/Water#n: no verdict is recorded, matches-cohort was found.", added.Sentence, StringComparison.Ordinal);
        Assert.Null(added.Recorded);
    }

    [Theory]
    [InlineData("{\"study\": \"a\"}", "$", "the key \"verdicts\" is missing.")]
    [InlineData("{\"study\": \"a\", \"verdicts\": {\"x#n\": \"fine\"}}", "$.verdicts[\"x#n\"]", "\"fine\" was found; one of")]
    [InlineData("{\"study\": \"a\", \"verdicts\": {}, \"more\": 1}", "$.more", "the key \"more\" is not known here")]
    public void A_bad_file_is_an_error(string json, string path, string reason)
    {
        File.WriteAllText(_file, json);
        var error = Assert.Throws<StudyFileException>(() => RecordedVerdicts.Load(_file));

        Assert.Equal(path, error.JsonPath);
        Assert.StartsWith(reason, error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_final_verdicts_of_an_audit_are_recorded_and_compared()
    {
        StudyAudit audit = StudyAudit.Run(Study);
        RecordedVerdicts recorded = RecordedVerdicts.Record(audit);

        Assert.Equal(Study.Claims.Length, recorded.Verdicts.Count);
        Assert.Empty(recorded.Compare(audit));
        VerdictDifference[] differences = [.. recorded.Compare(StudyAudit.Run(Study, InventedCohort.Of(Study)))];
        Assert.NotEmpty(differences);
        Assert.All(differences, difference => Assert.NotEqual(difference.Recorded, difference.Found));
    }

    [Fact]
    public void A_missing_file_is_an_error() => Assert.Throws<StudyFileException>(() => RecordedVerdicts.Load(_file));
}
