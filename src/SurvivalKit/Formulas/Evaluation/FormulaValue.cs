using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>The values of an expression of a formula, one per row of the data. Never written to: it may be the data's own memory.</summary>
internal abstract record FormulaValue
{
    private static readonly ImmutableArray<string> LogicalNames = ["FALSE", "TRUE"];

    /// <summary>Numbers; not-a-number is missing.</summary>
    public sealed record Numbers(ReadOnlyMemory<double> Values) : FormulaValue
    {
        /// <summary>Whether they are dates, as days since 1970-01-01.</summary>
        public bool AreDates { get; init; }

        public override int Length => Values.Length;

        public override bool IsMissing(int row) => double.IsNaN(Values.Span[row]);
    }

    /// <summary>Truth values: 0 is false, 1 is true, -1 is missing.</summary>
    public sealed record Logicals(sbyte[] Values) : FormulaValue
    {
        public override int Length => Values.Length;

        public override bool IsMissing(int row) => Values[row] < 0;
    }

    /// <summary>Levels: the place of each row's level in the list; -1 is missing.</summary>
    public sealed record Levels(int[] Codes, ImmutableArray<string> Names) : FormulaValue
    {
        /// <summary>Whether the levels are the distinct values of a text column, not those of a factor.</summary>
        public bool IsText { get; init; }

        /// <summary>Whether the levels are ordered, so that a regression codes them by polynomials, as R's <c>contr.poly</c>.</summary>
        public bool IsOrdered { get; init; }

        /// <summary>The place of the level that is the reference of a regression.</summary>
        public int Reference { get; init; }

        public override int Length => Codes.Length;

        public override bool IsMissing(int row) => Codes[row] < 0;
    }

    /// <summary>Several columns of numbers, as a spline has, with what each adds to the name of its term; a row is missing in all
    /// of them or in none.</summary>
    public sealed record Matrix(ImmutableArray<ReadOnlyMemory<double>> Columns, ImmutableArray<string> Suffixes) : FormulaValue
    {
        public override int Length => Columns[0].Length;

        public override bool IsMissing(int row) => double.IsNaN(Columns[0].Span[row]);
    }

    public abstract int Length { get; }

    public abstract bool IsMissing(int row);

    /// <summary>Numbers as they are, and logicals as 0 and 1; null for levels.</summary>
    public ReadOnlyMemory<double>? AsNumbers() => this switch
    {
        Numbers numbers => numbers.Values,
        Logicals logicals => (ReadOnlyMemory<double>?)Truths(logicals.Values),
        _ => (ReadOnlyMemory<double>?)null,
    };

    /// <summary>The value as a factor: levels as they are, FALSE before TRUE, numbers in increasing order.</summary>
    public Levels AsLevels()
    {
        switch (this)
        {
            case Levels levels:
                return levels;
            case Logicals logicals:
                var codes = new int[logicals.Values.Length];
                for (int i = 0; i < codes.Length; i++)
                {
                    codes[i] = logicals.Values[i];
                }

                return new Levels(codes, LogicalNames);
            default:
                return OfNumbers(((Numbers)this).Values.Span);
        }
    }

    private static Levels OfNumbers(ReadOnlySpan<double> values)
    {
        (int[] codes, double[] distinct) = NumberCodes.Code(values);
        string[] texts = Array.ConvertAll(distinct, NumberFormat.OfLevel);

        // Numbers that print the same are one level; they stand side by side.
        var names = ImmutableArray.CreateBuilder<string>(texts.Length);
        var places = new int[texts.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            if (i == 0 || texts[i] != texts[i - 1])
            {
                names.Add(texts[i]);
            }

            places[i] = names.Count - 1;
        }

        if (names.Count < texts.Length)
        {
            for (int row = 0; row < codes.Length; row++)
            {
                codes[row] = codes[row] < 0 ? -1 : places[codes[row]];
            }
        }

        return new Levels(codes, names.Count == texts.Length ? ImmutableCollectionsMarshal.AsImmutableArray(texts) : names.ToImmutable());
    }

    private static double[] Truths(ReadOnlySpan<sbyte> values)
    {
        double[] numbers = GC.AllocateUninitializedArray<double>(values.Length);
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = values[i] < 0 ? double.NaN : values[i];
        }

        return numbers;
    }
}
