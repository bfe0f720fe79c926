using Microsoft.Data.Analysis;

namespace SurvivalKit.Benchmarks;

/// <summary>A column of the data set, as arrays for both sides.</summary>
internal abstract record PeerColumn(string Name)
{
    /// <summary>The column of a data frame.</summary>
    public abstract DataFrameColumn ToFrame();

    /// <summary>Writes the column where R can read it.</summary>
    /// <returns>The R expression that reads it.</returns>
    public abstract string Send(RSession session);

    /// <summary>Numbers; a double on both sides.</summary>
    public sealed record Numbers(string Name, double[] Values) : PeerColumn(Name)
    {
        public override DataFrameColumn ToFrame() => new DoubleDataFrameColumn(Name, Values);

        public override string Send(RSession session)
        {
            session.Write<double>(Name, Values);
            return FormattableString.Invariant($"read_doubles(\"{Name}\", {Values.Length})");
        }
    }

    /// <summary>Whole numbers; a 32-bit integer on both sides.</summary>
    public sealed record Integers(string Name, int[] Values) : PeerColumn(Name)
    {
        public override DataFrameColumn ToFrame() => new Int32DataFrameColumn(Name, Values);

        public override string Send(RSession session)
        {
            session.Write<int>(Name, Values);
            return FormattableString.Invariant($"read_integers(\"{Name}\", {Values.Length})");
        }
    }

    /// <summary>A factor on both sides; codes from 0.</summary>
    public sealed record Factor(string Name, int[] Codes, string[] Levels) : PeerColumn(Name)
    {
        public override DataFrameColumn ToFrame() => new FactorColumn(Name, Codes.Select(code => Levels[code]), Levels);

        public override string Send(RSession session)
        {
            session.Write<int>(Name, Array.ConvertAll(Codes, code => code + 1));
            string levels = string.Join(", ", Levels.Select(level => $"\"{level}\""));
            return FormattableString.Invariant($"read_factor(\"{Name}\", {Codes.Length}, c({levels}))");
        }
    }
}
