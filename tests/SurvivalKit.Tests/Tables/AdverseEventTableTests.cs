using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Tables of adverse events, counted by hand.</summary>
public sealed class AdverseEventTableTests
{
    // Subject 1 has nausea three times, worst at 3; subject 3 has no event; subject 5 an event without grade.
    private const string Rows = """
        id,soc,term,grade,arm
        1,GI,Nausea,1,A
        1,GI,Nausea,3,A
        1,GI,Nausea,2,A
        1,Skin,Rash,Grade 1,A
        2,GI,Vomiting,G4,A
        2,GI,Nausea,2,A
        3,,,,A
        4,Skin,Rash,II,B
        5,GI,Nausea,,B

        """;

    private static readonly AdverseEventOptions All = new() { System = "soc", Grade = "grade", By = "arm" };

    [Fact]
    public void A_subject_counts_once_at_the_worst_grade()
    {
        AdverseEventTable table = AdverseEventTable.Build(Read(Rows), "id", "term", All);

        Assert.Equal([("All", 5), ("A", 3), ("B", 2)], table.Groups.Select(group => (group.Name, group.N)));
        Assert.Equal(
            ["/", "GI/", "GI/Nausea", "GI/Vomiting", "Skin/", "Skin/Rash"], table.Rows.Select(row => $"{row.System}/{row.Term}"));
        AdverseEventCell[] nausea = [.. table.Rows[2].Cells];
        Assert.Equal([3, 2, 1], nausea.Select(cell => cell.Subjects));
        Assert.Equal([0, 1, 1, 0, 0], nausea[0].Grades);
        Assert.Equal([1, 1, 0], nausea.Select(cell => cell.AtGrade(3)));
        Assert.Equal([1, 0, 1], nausea.Select(cell => cell.UnknownGrade));
        Assert.Equal([5, 4, 1], nausea.Select(cell => cell.Events));
        Assert.Equal([4, 2, 2], table.Rows[0].Cells.Select(cell => cell.Subjects));
        Assert.Equal([2, 2, 0], table.Rows[0].Cells.Select(cell => cell.AtGrade(3)));
        Assert.Empty(table.Cautions);
    }

    [Fact]
    public void The_table_reads_as_it_is_to_be_printed() => Snapshot.Matches(
        "adverse-events",
        AdverseEventTable.Build(Read(Rows), "id", "term", All) + "\n\n"
            + AdverseEventTable.Build(Read(Rows), "id", "term", All with { EachGrade = true, Overall = false, AtLeast = 50 }));

    [Fact]
    public void Subjects_without_events_are_known_from_a_file_or_a_number()
    {
        DataFrame events = Read("id,term\n1,Nausea\n1,Rash\n2,Nausea\n");
        Assert.Contains("percentages are too high", AdverseEventTable.Build(events, "id", "term").ToString(), StringComparison.Ordinal);

        DataFrame people = Read("id,arm\n1,A\n2,B\n3,A\n4,B\n5,\n");
        AdverseEventTable table = AdverseEventTable.Build(events, "id", "term", new() { By = "arm", Subjects = people });
        Assert.Equal([4, 2, 2], table.Groups.Select(group => group.N));
        Assert.Equal(1, table.WithoutArm);
        Assert.Equal([2, 1, 1], table.Rows[1].Cells.Select(cell => cell.Subjects));
        Assert.Empty(table.Cautions);

        AdverseEventTable sized = AdverseEventTable.Build(
            events, "id", "term", new() { Sizes = new Dictionary<string, int> { ["All"] = 40 } });
        Assert.Contains("2 (5.0%)", sized.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_are_sorted_by_frequency_or_name_and_rare_ones_hidden()
    {
        DataFrame events = Read("id,term\n1,a\n1,b\n2,b\n3,b\n3,c\n2,c\n4,\n");
        string[] Terms(AdverseEventOptions options) =>
            [.. AdverseEventTable.Build(events, "id", "term", options).Rows.Skip(1).Select(row => row.Term!)];

        Assert.Equal(["b", "c", "a"], Terms(new()));
        Assert.Equal(["a", "b", "c"], Terms(new() { ByName = true }));
        Assert.Equal(["b", "c"], Terms(new() { AtLeast = 50 }));
        Assert.Contains(
            "1 term below 50% in every column not shown.",
            AdverseEventTable.Build(events, "id", "term", new() { AtLeast = 50 }).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_that_differ_in_case_only_are_told() => Assert.Contains(
        "Terms that differ in case or blanks only are counted apart: Nausea, nausea.",
        AdverseEventTable.Build(Read("id,term\n1,Nausea\n2,nausea\n"), "id", "term").Cautions);

    [Fact]
    public void What_cannot_be_counted_is_told()
    {
        AssertRefused(
            "d.csv, row 2, column \"grade\": \"6\" is no grade; a grade from 1 to 5 was expected.",
            () => AdverseEventTable.Build(Read("id,term,grade\n1,a,1\n2,a,6\n"), "id", "term", new() { Grade = "grade" }));
        AssertRefused(
            "d.csv, row 2, column \"arm\": the subject 1 is in another arm than in a row above; one arm was expected.",
            () => AdverseEventTable.Build(Read("id,term,arm\n1,a,A\n1,a,B\n"), "id", "term", new() { By = "arm" }));
        AssertRefused(
            "d.csv, row 2, column \"id\": the subject is missing; its name or number was expected.",
            () => AdverseEventTable.Build(Read("id,term\n1,a\n,a\n"), "id", "term"));
        AssertRefused(
            "d.csv, row 2, column \"id\": the subject 9 is not among all subjects; one of them was expected.",
            () => AdverseEventTable.Build(Read("id,term\n1,a\n9,a\n"), "id", "term", new() { Subjects = Read("id\n1\n2\n") }));
        AssertRefused(
            "All has 2 subjects in the data, and 1 were given as their number; 2 or more was expected.",
            () => AdverseEventTable.Build(
                Read("id,term\n1,a\n2,a\n"), "id", "term", new() { Sizes = new Dictionary<string, int> { ["All"] = 1 } }));
        AssertRefused(
            "The number of subjects of B is not given; one for each arm was expected.",
            () => AdverseEventTable.Build(
                Read("id,term,arm\n1,a,A\n2,a,B\n"),
                "id",
                "term",
                new() { By = "arm", Sizes = new Dictionary<string, int> { ["A"] = 1 } }));
        AssertRefused(
            "The lowest high grade is 6; a grade from 1 to 5 was expected.",
            () => AdverseEventTable.Build(Read("id,term\n1,a\n"), "id", "term", new() { HighGrade = 6 }));
        AssertRefused(
            "The least percentage of a term is 101; 0 to 100 was expected.",
            () => AdverseEventTable.Build(Read("id,term\n1,a\n"), "id", "term", new() { AtLeast = 101 }));
    }

    private static DataFrame Read(string csv) => SurvivalData.ReadCsv(new StringReader(csv), "d.csv");

    private static void AssertRefused(string sentence, Action action) =>
        Assert.Equal(sentence, Assert.Throws<SurvivalDataException>(action).Message);
}
