using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit;

/// <summary>A part of a formula; its text is written as R deparses it, so that terms are named as R names them.</summary>
internal abstract record FormulaNode(int Position)
{
    /// <summary>A name as it can be read again: in backticks unless it is a word that starts with no digit.</summary>
    public static string Quoted(string name)
    {
        bool isWord = name.Length > 0
            && !char.IsDigit(name[0])
            && !(name[0] == '.' && name.Length > 1 && char.IsDigit(name[1]))
            && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '_');
        return isWord ? name : $"`{name}`";
    }

    public sealed record Number(double Value, int Position) : FormulaNode(Position)
    {
        // R writes 15 digits at the most, and the shorter of the fixed and the scientific form: 100, 1e+05.
        public override string ToString()
        {
            string[] parts = Value.ToString("E14", CultureInfo.InvariantCulture).Split('E');
            string mantissa = parts[0].TrimEnd('0').TrimEnd('.');
            int exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
            int digits = Math.Max(1, mantissa.Length - 1);
            int decimals = Math.Max(0, digits - 1 - exponent);
            string scientific = string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
            int fixedWidth = Math.Max(1, exponent + 1) + (decimals > 0 ? decimals + 1 : 0);
            return fixedWidth <= scientific.Length
                ? Value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
                : scientific;
        }
    }

    public sealed record Text(string Value, int Position) : FormulaNode(Position)
    {
        public override string ToString() => Value.Contains('"', StringComparison.Ordinal) ? $"'{Value}'" : $"\"{Value}\"";
    }

    public sealed record Name(string Value, int Position) : FormulaNode(Position)
    {
        public override string ToString() => Quoted(Value);
    }

    public sealed record Call(string Function, ImmutableArray<FormulaArgument> Arguments, int Position) : FormulaNode(Position)
    {
        public override string ToString() => $"{Quoted(Function)}({string.Join(", ", Arguments)})";
    }

    public sealed record Unary(string Sign, FormulaNode Operand, int Position) : FormulaNode(Position)
    {
        public override string ToString() => Sign + Operand;
    }

    public sealed record Binary(string Sign, FormulaNode Left, FormulaNode Right, int Position) : FormulaNode(Position)
    {
        // R writes ^, / and : close, and all other signs with spaces.
        public override string ToString() => Sign is "^" or "/" or ":" ? $"{Left}{Sign}{Right}" : $"{Left} {Sign} {Right}";
    }

    public sealed record Parenthesis(FormulaNode Inner, int Position) : FormulaNode(Position)
    {
        public override string ToString() => $"({Inner})";
    }
}
