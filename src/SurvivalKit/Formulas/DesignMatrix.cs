using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The columns of a regression: one row an observation, one column a coefficient, no intercept.</summary>
/// <remarks>A column made of a frame's numbers may be the frame's own memory (<see cref="ModelFrame.Design"/>); one of
/// <see cref="FromColumns"/> is a copy.</remarks>
public sealed class DesignMatrix
{
    private readonly ReadOnlyMemory<double>[] _columns;

    internal DesignMatrix(int rows, ImmutableArray<string> names, ImmutableArray<string> terms, ReadOnlyMemory<double>[] columns)
    {
        Rows = rows;
        Names = names;
        Terms = terms;
        _columns = columns;
    }

    /// <summary>The number of observations.</summary>
    public int Rows { get; }

    /// <summary>The number of coefficients.</summary>
    public int Columns => _columns.Length;

    /// <summary>The name of each column as R names it: <c>age</c>, <c>factor(sex)2</c>, <c>age:sex</c>.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The term each column belongs to: <c>factor(sex)</c> for <c>factor(sex)2</c>.</summary>
    public ImmutableArray<string> Terms { get; }

    /// <summary>Makes a matrix from columns of numbers, each named by the caller.</summary>
    /// <param name="columns">Name and values of each column; all of one length.</param>
    /// <exception cref="SurvivalDataException">The columns differ in length, or a value is not finite.</exception>
    public static DesignMatrix FromColumns(params IEnumerable<(string Name, double[] Values)> columns)
    {
        (string Name, double[] Values)[] all = [.. columns];
        foreach ((string name, double[] values) in all)
        {
            if (values.Length != all[0].Values.Length)
            {
                throw SurvivalDataException.AtColumn(null, name, FormattableString.Invariant(
                    $"{values.Length} value{(values.Length == 1 ? "" : "s")} {(values.Length == 1 ? "was" : "were")} given where {all[0].Values.Length} were expected."));
            }

            int bad = Array.FindIndex(values, value => !double.IsFinite(value));
            if (bad >= 0)
            {
                throw SurvivalDataException.AtCell(
                    null, bad + 1L, name, FormattableString.Invariant($"{values[bad]}"), "a finite number was expected.");
            }
        }

        ImmutableArray<string> names = [.. all.Select(column => column.Name)];
        return new DesignMatrix(all.Length == 0 ? 0 : all[0].Values.Length, names, names, [
            .. all.Select(column => (ReadOnlyMemory<double>)(double[])column.Values.Clone())
        ]);
    }

    /// <summary>Checks that there is a row for each observation, and an offset where there are any.</summary>
    /// <exception cref="SurvivalDataException">Lengths differ, or an offset is not finite.</exception>
    internal void Check(Surv response, ReadOnlySpan<double> offset)
    {
        if (Columns > 0 && Rows != response.Count)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The columns have {NumberText.Count(Rows, "row")} for {NumberText.Count(response.Count, "observation")}; one each was expected."));
        }

        SurvivalSample.CheckOneEach(response, offset.Length, "offsets");
        for (int i = 0; i < offset.Length; i++)
        {
            if (!double.IsFinite(offset[i]))
            {
                throw SurvivalDataException.AtCell(
                    null, i + 1L, "offset", FormattableString.Invariant($"{offset[i]}"), "a finite number was expected.");
            }
        }
    }

    /// <summary>Some of the columns, which share their memory with these.</summary>
    internal DesignMatrix Select(int[] columns) => new(
        Rows,
        [.. columns.Select(column => Names[column])],
        [.. columns.Select(column => Terms[column])],
        Array.ConvertAll(columns, column => _columns[column]));

    /// <summary>The values of a column, a row each.</summary>
    /// <param name="column">The column's place, from 0.</param>
    public ReadOnlySpan<double> Column(int column) => _columns[column].Span;
}
