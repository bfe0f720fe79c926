using System.Collections.Immutable;
using System.Numerics;

namespace CSharpNotebook.Display.Tables;

/// <summary>A column of a <see cref="ValueTable"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Cells">The cells of the rows that are shown.</param>
internal sealed record ValueColumn(string Name, Type Type, ImmutableArray<string> Cells)
{
    /// <summary>Whether the values are numbers, which stand at the right.</summary>
    public bool IsNumber
    {
        get
        {
            Type type = Nullable.GetUnderlyingType(Type) ?? Type;
            return !type.IsEnum
                && (System.Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal || type == typeof(BigInteger));
        }
    }
}
