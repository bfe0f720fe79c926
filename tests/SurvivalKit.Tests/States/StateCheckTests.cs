using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Rows that do not go with the one before: a sentence each, with subject and rows.</summary>
public sealed class StateCheckTests
{
    private const string Formula = "Surv(start, stop, state) ~ 1";

    [Theory]
    [InlineData("1", "5", "ill", StateProblemKind.Overlap, "Row 2 of the subject \"x\" starts at 1, before row 1 ends at 2; rows one after the "
        + "other were expected.")]
    [InlineData("3", "5", "ill", StateProblemKind.Gap, "Row 2 of the subject \"x\" starts at 3, and row 1 ended at 2; no gap was expected.")]
    [InlineData("3", "5", "well", StateProblemKind.Jump, "Row 2 of the subject \"x\" starts at 3 in the state \"well\", and row 1 ended at 2 in "
        + "\"ill\"; the state in which it ended was expected, and no gap.")]
    [InlineData("2", "5", "well", StateProblemKind.Teleport, "Row 2 of the subject \"x\" is in the state \"well\", and row 1 ended in \"ill\" at "
        + "the same time; that state was expected.")]
    [InlineData("0", "2", "ill", StateProblemKind.Duplicate, "Row 2 of the subject \"x\" has the same times as row 1; one row for each time was "
        + "expected.")]
    public void Each_kind_is_a_sentence(string start, string stop, string now, StateProblemKind kind, string sentence)
    {
        DataFrame data = Frame(start, stop, now);
        StateCheckResult check = StateCheck.Check(data, Formula, "id", "now");

        Assert.Equal(sentence, check.Problems.Single(problem => problem.Kind == kind).Sentence);
        Assert.Equal(1, check.Count(kind));
        Assert.False(check.IsSound);
        Assert.Equal(check.Problems[0].Sentence, Assert.Throws<SurvivalDataException>(
            () => StateOccupancy.Fit(data, Formula, "id", "now")).Message);
    }

    [Fact]
    public void Sound_rows_are_said_to_be()
    {
        StateCheckResult check = StateCheck.Check(Frame("2", "5", "ill"), Formula, "id", "now");

        Assert.True(check.IsSound);
        Assert.Equal((2, 3, 2), (check.Subjects, check.Observations, check.TransitionTotal));
        Assert.Equal(["The state \"dead\" is never reached."], check.Cautions);
        Assert.Contains("starts where the one of the same subject before it ends", check.ToText(), StringComparison.Ordinal);
        Assert.Equal(0, check.ToDataFrame().Rows.Count);
    }

    [Fact]
    public void Subjects_are_named_and_in_one_group()
    {
        Assert.Equal(
            $"The rows of {Formula} belong to subjects, of which none is named; a column for id was expected.",
            Assert.Throws<SurvivalDataException>(() => StateOccupancy.Fit(Frame("2", "5", "ill"), Formula)).Message);
        Assert.Equal(
            "The subject \"x\" is in the group now=well in row 1 and in now=ill in row 2; one group for each subject was expected.",
            Assert.Throws<SurvivalDataException>(
                () => StateOccupancy.Fit(Frame("2", "5", "ill"), "Surv(start, stop, state) ~ now", "id", "now")).Message);
    }

    private static DataFrame Frame(string start, string stop, string now) => new(
        new StringDataFrameColumn("id", ["x", "x", "y"]),
        new DoubleDataFrameColumn("start", [0, double.Parse(start, CultureInfo.InvariantCulture), 0]),
        new DoubleDataFrameColumn("stop", [2, double.Parse(stop, CultureInfo.InvariantCulture), 4]),
        new FactorColumn("state", ["ill", "none", "ill"], ["none", "ill", "dead"]),
        new FactorColumn("now", ["well", now, "well"], ["well", "ill"]));
}
