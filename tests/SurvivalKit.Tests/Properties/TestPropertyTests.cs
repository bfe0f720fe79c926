using FsCheck;
using FsCheck.Fluent;

namespace SurvivalKit.Tests;

/// <summary>Properties of the tests of tables, means and curves.</summary>
public sealed class TestPropertyTests
{
    private static readonly Gen<int[,]> Tables =
        from rows in Gen.Choose(2, 3)
        from columns in Gen.Choose(2, 4)
        from counts in Gen.Choose(0, 4).ArrayOf(rows * columns)
        let table = Fill(rows, columns, counts)
        where HasTwoOfEach(table)
        select table;

    [Fact]
    public void Fisher_counts_out_all_tables_of_the_same_margins() => Claim.Holds(Tables, counts =>
        Close.To(BruteForce(counts), FisherExact.Test(new ContingencyTable(counts)).P, "P", 1e-9));

    [Fact]
    public void Transposing_or_turning_round_a_table_changes_no_test() => Claim.Holds(Tables, counts =>
    {
        int rows = counts.GetLength(0);
        int columns = counts.GetLength(1);
        var transposed = new int[columns, rows];
        var turned = new int[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                transposed[column, row] = counts[row, column];
                turned[rows - 1 - row, columns - 1 - column] = counts[row, column];
            }
        }

        var all = ProportionTests.All(new ContingencyTable(counts));
        foreach (int[,] other in new[] { transposed, turned })
        {
            foreach ((TestResult one, TestResult two) in all.Zip(ProportionTests.All(new ContingencyTable(other))))
            {
                Assert.Equal(one.Test, two.Test);
                if (one.Kind == TestKind.ProportionsZ && other == transposed)
                {
                    // Its variance belongs to the rows.
                    continue;
                }

                Close.To(one.P, two.P, one.Test, 1e-9);
            }
        }
    });

    [Fact]
    public void Yates_never_makes_a_statistic_larger() => Claim.Holds(Tables, counts =>
    {
        var table = new ContingencyTable(counts);
        Assert.True(ChiSquare.Test(table, yates: true).Statistic <= ChiSquare.Test(table).Statistic);
    });

    [Fact]
    public void Tests_of_means_from_values_are_those_from_their_summaries() => Claim.Holds(
        from first in Gen.Choose(-500, 500).ArrayOf(7)
        from second in Gen.Choose(-500, 500).ArrayOf(5)
        where first.Distinct().Count() > 1
        select (First: first.Select(value => value / 7.0).ToArray(), Second: second.Select(value => value / 3.0).ToArray()),
        samples =>
        {
            SampleSummary first = SampleSummary.Summarize(samples.First);
            SampleSummary second = SampleSummary.Summarize(samples.Second);

            Assert.Equal(TTest.Student(first, second), TTest.Student(samples.First, samples.Second));
            Assert.Equal(TTest.Welch(first, second), TTest.Welch(samples.First, samples.Second));
            Assert.Equal(TTest.Student(first, second).P, TTest.Student(second, first).P, 1e-14);
            Assert.Equal(TTest.Welch(first, second).P, TTest.Welch(second, first).P, 1e-14);
            Close.To(TTest.Student(first, second).P, OneWayAnova.Test(first, second).P, "P", 1e-9);
        });

    [Fact]
    public void Observed_and_expected_events_have_one_sum() => Claim.Holds(Cases.Tied, study =>
    {
        LogRankResult test = LogRank.Test(study.Response, study.Group);

        Close.To(test.Groups.Sum(group => group.Observed), test.Groups.Sum(group => group.Expected), "sum", 1e-12);
    });

    [Fact]
    public void Naming_the_groups_otherwise_changes_no_statistic() => Claim.Holds(Cases.Permuted, permuted =>
    {
        var other = new Study([.. permuted.Order.Select(i => permuted.Study.Subjects[i])]);
        LogRankResult test = LogRank.Test(permuted.Study.Response, permuted.Study.Group);
        LogRankResult turned = LogRank.Test(other.Response, [.. other.Group.Select(group => -group)]);

        // Where observed equals expected, the statistic is the square of the rounding error of a sum over all rows.
        Close.To(test.ChiSquare, turned.ChiSquare, "chi-square", 1e-9, summed: permuted.Study.Count);
        Close.To(test.Groups[0].Expected, turned.Groups[1].Expected, "expected", 1e-12);
    });

    [Fact]
    public void Strata_add_observed_and_expected() => Claim.Holds(Cases.Tied, study =>
    {
        int[] strata = [.. study.Subjects.Select(subject => (int)subject.Z % 2)];
        LogRankResult together = LogRank.Test(study.Response, study.Group, strata: strata);
        double expected = 0;
        for (int stratum = 0; stratum < 2; stratum++)
        {
            Study part = study.Where(subject => (int)subject.Z % 2 == stratum);
            if (part.Group.Distinct().Count() == 2 && part.Response.Event.Contains(true))
            {
                expected += LogRank.Test(part.Response, part.Group).Groups[0].Expected;
            }
            else
            {
                expected += part.Subjects.Count(subject => subject.Event && subject.Group == 0);
            }
        }

        Close.To(expected, together.Groups[0].Expected, "expected", 1e-10);
    });

    private static int[,] Fill(int rows, int columns, int[] counts)
    {
        var table = new int[rows, columns];
        for (int i = 0; i < counts.Length; i++)
        {
            table[i / columns, i % columns] = counts[i];
        }

        return table;
    }

    private static bool HasTwoOfEach(int[,] counts)
    {
        ContingencyTable used = new ContingencyTable(counts).WithoutEmpty();
        return used.Rows >= 2 && used.Columns >= 2;
    }

    // Every table of the same margins, cell by cell; its probability is proportional to the product of 1/x!.
    private static double BruteForce(int[,] counts)
    {
        int rows = counts.GetLength(0);
        int columns = counts.GetLength(1);
        var table = new ContingencyTable(counts);
        int[] rowLeft = [.. Enumerable.Range(0, rows).Select(table.RowTotal)];
        int[] columnLeft = [.. Enumerable.Range(0, columns).Select(table.ColumnTotal)];
        double seen = counts.Cast<int>().Aggregate(1.0, (product, count) => product / Factorial(count));
        double all = 0;
        double extreme = 0;
        Visit(0, 1);
        return extreme / all;

        void Visit(int cell, double probability)
        {
            if (cell == rows * columns)
            {
                all += probability;
                extreme += probability <= seen * (1 + 1e-7) ? probability : 0;
                return;
            }

            int row = cell / columns;
            int column = cell % columns;
            int least = column == columns - 1 ? rowLeft[row] : 0;
            int most = Math.Min(rowLeft[row], columnLeft[column]);
            if (row == rows - 1)
            {
                least = Math.Max(least, columnLeft[column]);
            }

            for (int count = least; count <= most; count++)
            {
                rowLeft[row] -= count;
                columnLeft[column] -= count;
                Visit(cell + 1, probability / Factorial(count));
                rowLeft[row] += count;
                columnLeft[column] += count;
            }
        }
    }

    private static double Factorial(int n) => Enumerable.Range(1, n).Aggregate(1.0, (product, factor) => product * factor);
}
