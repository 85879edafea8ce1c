"""Short forms of given names, since whoever writes to Bill writes to William."""

from collections.abc import Mapping
from typing import Final

_SHORT_FORMS: Final = """
alexander alexandra: alex al sandy sasha lex
abigail: abby gail
andrew andrea: andy drew
anthony antonia antonio: tony toni
barbara: barb
benjamin: ben benny benji
catherine katherine kathryn katarina: kate katie kathy cathy kat kit katy
charles charlotte: charlie chuck charley lottie
christopher christine christina christian: chris christy tina kit
daniel daniela danielle: dan danny dani
david: dave davey
deborah: debbie deb
dominic: dom nick
donald: don donny
dorothy: dot
edward edwin: ed eddie ted ned
elizabeth elisabeth: liz beth betty eliza lizzie libby lisa betsy
eleanor: ellie nell
frances francis francisco: fran frank
frederick frederica: fred freddie
gabriel gabriela gabrielle: gabe gabi gabby
geoffrey jeffrey: geoff jeff
gerald: jerry gerry
gregory: greg
harold henry harriet: harry hal hank
isabel isabella: izzy bella
jacob: jake
jacqueline: jackie
james: jim jimmy jamie
jennifer: jen jenny
jessica: jess jessie
john jonathan: jon johnny jack jonny
joseph josephine: joe joey josie
joshua: josh
judith: judy
kenneth: ken kenny
kimberly: kim
lawrence: larry
leonard leonardo: leo len
louis louise luis: lou louie
margaret: maggie meg peggy marge
matthew: matt matty
maximilian: max
michael michelle: mike mick mickey mikey shelly
nathan nathaniel: nate nat
nicholas nicole nicola: nick nicky nico
oliver olivia: ollie liv
pamela: pam
patricia patrick: pat paddy tricia trish
peter: pete
philip phillip: phil pip
rachel: rach
raymond: ray
rebecca: becky becca
richard: rick dick rich ricky
robert roberta: rob bob bobby robbie bert
ronald: ron
samuel samantha: sam sammy
sarah sara: sally
sebastian: seb
stephen steven stephanie: steve steph stevie
susan susannah: sue susie suzy
suzanne: sue suzy
theodore theodora: theo ted teddy
thomas: tom tommy
timothy: tim timmy
valerie: val
veronica: ronnie
victor victoria: vic vicky tori
vincent: vince vinny
vivian: viv
walter: walt wally
william: will bill billy willy liam
zachary: zach zack
"""

_LINES: Final = [line.partition(":") for line in _SHORT_FORMS.split("\n") if line]

SHORT_FOR: Final[Mapping[str, frozenset[str]]] = {
    name: frozenset(
        full for fulls, _, shorts in _LINES for full in fulls.split() if name == full or name in shorts.split()
    )
    for _fulls, _, _shorts in _LINES
    for name in (*_fulls.split(), *_shorts.split())
}
"""By name, in lower case: the full names that it may stand for."""
