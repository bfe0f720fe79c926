using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit;

/// <summary>What an expression of a formula gives for each row of the data.</summary>
internal abstract record FormulaValue
{
    /// <summary>Numbers; not-a-number is missing.</summary>
    public sealed record Numbers(double[] Values) : FormulaValue
    {
        public override int Length => Values.Length;

        public override bool IsMissing(int row) => double.IsNaN(Values[row]);
    }

    /// <summary>Truth values; null is missing.</summary>
    public sealed record Logicals(bool?[] Values) : FormulaValue
    {
        public override int Length => Values.Length;

        public override bool IsMissing(int row) => Values[row] is null;
    }

    /// <summary>Levels: the place of each row's level in the list; -1 is missing.</summary>
    public sealed record Levels(int[] Codes, ImmutableArray<string> Names) : FormulaValue
    {
        /// <summary>Whether the levels are only those that a text happens to have, not those of a factor.</summary>
        public bool IsText { get; init; }

        public override int Length => Codes.Length;

        public override bool IsMissing(int row) => Codes[row] < 0;
    }

    public abstract int Length { get; }

    public abstract bool IsMissing(int row);

    /// <summary>Numbers as they are, and logicals as 0 and 1; null for levels.</summary>
    public double[]? AsNumbers() => this switch
    {
        Numbers numbers => numbers.Values,
        Logicals logicals => [.. logicals.Values.Select(value => value is { } truth ? (truth ? 1.0 : 0.0) : double.NaN)],
        _ => null,
    };

    /// <summary>The value as a factor: levels as they are, FALSE before TRUE, numbers in increasing order.</summary>
    public Levels AsLevels()
    {
        switch (this)
        {
            case Levels levels:
                return levels;
            case Logicals logicals:
                return new Levels([.. logicals.Values.Select(value => value is { } truth ? (truth ? 1 : 0) : -1)], ["FALSE", "TRUE"]);
            default:
                double[] values = ((Numbers)this).Values;
                double[] distinct = [.. values.Where(value => !double.IsNaN(value)).Distinct().Order()];

                // Numbers that print the same are one level.
                ImmutableArray<string> names = [.. distinct.Select(Text).Distinct()];
                int[] places = [.. distinct.Select(value => names.IndexOf(Text(value)))];
                int[] codes = [.. values.Select(value => double.IsNaN(value) ? -1 : places[Array.BinarySearch(distinct, value)])];
                return new Levels(codes, names);
        }
    }

    /// <summary>A number as R prints it in a level: 15 significant digits at the most.</summary>
    public static string Text(double value) => value.ToString("G15", CultureInfo.InvariantCulture);
}
