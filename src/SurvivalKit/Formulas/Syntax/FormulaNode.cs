using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>A part of a formula; its text is written as R deparses it, so that terms are named as R names them.</summary>
internal abstract record FormulaNode(int Position)
{
    /// <summary>A name as it can be read again: in backticks unless it is a word that does not start with a digit.</summary>
    public static string Quoted(string name)
    {
        bool isWord = name.Length > 0
            && !char.IsDigit(name[0])
            && !(name[0] == '.' && name.Length > 1 && char.IsDigit(name[1]))
            && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '_');
        return isWord ? name : $"`{name}`";
    }

    /// <summary>The words that R reserves for constants: no column is named by them without backticks.</summary>
    public static bool IsConstant(string name) => name is "TRUE" or "FALSE" or "NA" or "NaN" or "Inf" or "NULL";

    /// <summary>The names that stand in it, from left to right.</summary>
    public IEnumerable<string> Columns() => this switch
    {
        Name name => IsConstant(name.Value) ? [] : [name.Value],
        Call call => call.Arguments.SelectMany(argument => argument.Value.Columns()),
        Binary binary => binary.Left.Columns().Concat(binary.Right.Columns()),
        Unary unary => unary.Operand.Columns(),
        Parenthesis parenthesis => parenthesis.Inner.Columns(),
        _ => [],
    };

    public sealed record Number(double Value, int Position) : FormulaNode(Position)
    {
        public override string ToString() => NumberFormat.Format(Value);
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
        /// <summary>The package that is named before the function, as in <c>splines::ns(age, 3)</c>; null where none is.</summary>
        public string? Package { get; init; }

        public override string ToString() =>
            $"{(Package is null ? "" : Package + "::")}{Quoted(Function)}({string.Join(", ", Arguments)})";
    }

    public sealed record Unary(string Sign, FormulaNode Operand, int Position) : FormulaNode(Position)
    {
        public override string ToString() => Sign + Operand;
    }

    public sealed record Binary(string Sign, FormulaNode Left, FormulaNode Right, int Position) : FormulaNode(Position)
    {
        // R writes ^, /, :, %% and %/% without spaces, and all other operators with spaces.
        public override string ToString() => Sign is "^" or "/" or ":" or "%%" or "%/%" ? $"{Left}{Sign}{Right}" : $"{Left} {Sign} {Right}";
    }

    public sealed record Parenthesis(FormulaNode Inner, int Position) : FormulaNode(Position)
    {
        public override string ToString() => $"({Inner})";
    }
}
