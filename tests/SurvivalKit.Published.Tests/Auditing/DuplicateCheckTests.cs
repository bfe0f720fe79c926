namespace SurvivalKit.Published.Tests;

/// <summary>The same quantity printed twice.</summary>
public class DuplicateCheckTests
{
    private static StudyAudit Twice(string aspect, string first, string second) => new SmallStudy(("A", 14), ("B", 42))
        .Row("Row", aspect is "n" or "%"
            ? "\"measure\": \"count\", \"column\": \"sex\", \"equals\": \"Male\""
            : "\"measure\": \"p-value\", \"test\": \"log-rank\", \"endpoint\": \"os\"")
        .Claim($"table1/Row/All#{aspect}", first)
        .Claim($"text/Again/All#{aspect}", second, sameAs: $"table1/Row/All#{aspect}")
        .Audit();

    [Theory]
    [InlineData("%", "57.1", "57.1", Verdict.Recomputed)]
    [InlineData("%", "57.1", "57", Verdict.Recomputed)]
    [InlineData("%", "57", "57.1", Verdict.Recomputed)]
    [InlineData("%", "57.1", "57.12", Verdict.Recomputed)]
    [InlineData("%", "57.5", "57", Verdict.Recomputed)]
    [InlineData("%", "23.8", "23", Verdict.Rounding)]
    [InlineData("%", "28.5", "28.6", Verdict.Rounding)]
    [InlineData("%", "28.5", "28.7", Verdict.Inconsistent)]
    [InlineData("%", "30", "40", Verdict.Inconsistent)]
    [InlineData("n", "12", "13", Verdict.Inconsistent)]
    [InlineData("n", "12", "12", Verdict.Recomputed)]
    [InlineData("p", "<.001", ".0004", Verdict.Recomputed)]
    [InlineData("p", "<.001", ".003", Verdict.Inconsistent)]
    [InlineData("p", "<.001", "<.05", Verdict.Recomputed)]
    [InlineData("p", ".004", ">.05", Verdict.Inconsistent)]
    [InlineData("p", "<.01", ">.05", Verdict.Inconsistent)]
    public void Two_prints_of_one_quantity(string aspect, string first, string second, Verdict verdict)
    {
        StudyAudit audit = Twice(aspect, first, second);

        Assert.Equal(verdict, audit[$"text/Again/All#{aspect}"].Judgement.Verdict);
        Assert.NotEqual(Verdict.Inconsistent, audit[$"table1/Row/All#{aspect}"].Judgement.Verdict);
    }

    [Fact]
    public void Both_numbers_are_quoted()
    {
        StudyAudit audit = Twice("%", "30%", "40%");

        AuditedClaim again = audit["text/Again/All#%"];
        Assert.Equal("40% is printed here, 30% in Table 1, Row, percentage, all patients, of the same quantity.", again.Judgement.Sentence);
        Assert.Equal(
            "40% stands for 39.5 to 41.0, rounded or cut off, and 30% stands for 29.5 to 31.0, rounded or cut off; no value prints as both. The nearest admissible print here is 30%.",
            again.Judgement.Witness);
        Assert.EndsWith(
            "40% is printed of the same quantity in Results.", audit["table1/Row/All#%"].Judgement.Sentence, StringComparison.Ordinal);
        Assert.Equal(RoundingRule.Truncation, Twice("%", "23.8", "23")["text/Again/All#%"].Judgement.Rule);
    }

    [Fact]
    public void A_repetition_of_an_inconsistent_number_is_inconsistent()
    {
        StudyAudit audit = new SmallStudy(("A", 14), ("B", 42))
            .Row("Row", "\"measure\": \"count\", \"column\": \"sex\", \"equals\": \"Male\"")
            .Cells("Row", "n", ("All", "21"), ("A", "4"), ("B", "19"))
            .Claim("text/Again/All#n", "21", sameAs: "table1/Row/All#n")
            .Audit();

        Assert.Equal(["table1/Row/All#n", "text/Again/All#n"], audit.Inconsistent);
        Assert.Equal(audit["table1/Row/All#n"].Judgement.Witness, audit["text/Again/All#n"].Judgement.Witness);
    }
}
